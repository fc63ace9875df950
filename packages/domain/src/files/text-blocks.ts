import { isAscii, isUtf8 } from "node:buffer";
import type { Complain } from "./table.ts";

/** Whole lines of a file as text, and the line of the file on which the text begins. */
export type TextBlock = Readonly<{ text: string; lines: readonly string[]; firstLine: number }>;

/** A longer line is no row of a table. The limit keeps memory flat on any input. */
export const longestLineBytes = 1024 * 1024;

const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Whole lines of UTF-8 text, from bytes that come in chunks: each block ends at a line's end.
 *
 * A byte order mark is passed over, and lines may end as on Windows, Unix or old Macs. Text that is not UTF-8, NUL
 * bytes and lines longer than 1 MB end the reading, with the line.
 */
export async function* textBlocks(chunks: AsyncIterable<Buffer>, complain: Complain): AsyncGenerator<TextBlock> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let firstLine = 1;
  let macLines: boolean | undefined;
  for await (const chunk of chunks) {
    macLines ??= chunk.subarray(0, -1).includes(carriageReturn) && !chunk.includes(newline);
    if (macLines)
      for (let at = chunk.indexOf(carriageReturn); at >= 0; at = chunk.indexOf(carriageReturn, at)) chunk[at] = newline;
    const end = chunk.lastIndexOf(newline) + 1;
    const whole = end > 0 ? Buffer.concat([...waiting, chunk.subarray(0, end)]) : null;
    if (whole) {
      const block = blockOf(whole, firstLine, complain);
      if (!block) return;
      yield block;
      firstLine += block.lines.length;
      waiting = [];
      waitingBytes = 0;
    }
    waiting.push(chunk.subarray(end));
    waitingBytes += chunk.length - end;
    if (waitingBytes > longestLineBytes) return tooLong(firstLine, complain);
  }
  const rest = waitingBytes > 0 ? blockOf(Buffer.concat(waiting), firstLine, complain) : null;
  if (rest) yield rest;
}

function blockOf(bytes: Buffer, firstLine: number, complain: Complain): TextBlock | null {
  const whole = firstLine === 1 && bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;
  const nul = whole.indexOf(0);
  if (nul >= 0) return refuseNul(lineAt(whole, nul, firstLine), complain);
  const ascii = isAscii(whole);
  if (!ascii && !isUtf8(whole)) return refuseEncoding(whole, firstLine, complain);
  const text = whole.toString(ascii ? "latin1" : "utf8");
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (whole.length > longestLineBytes) {
    const long = lines.findIndex((line) => line.length > longestLineBytes);
    if (long >= 0) return tooLong(firstLine + long, complain);
  }
  return { text, lines, firstLine };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The line on which a byte stands. */
function lineAt(bytes: Buffer, position: number, firstLine: number): number {
  let line = firstLine;
  for (let at = bytes.indexOf(newline); at >= 0 && at < position; at = bytes.indexOf(newline, at + 1)) line++;
  return line;
}

function tooLong(line: number, complain: Complain): null {
  const expected = "lines of at most 1 MB; this may not be a table, or its lines may end in an unknown way";
  complain({ line, column: null, found: "a line longer than 1 MB", expected });
  return null;
}

function refuseNul(line: number, complain: Complain): null {
  const expected = "text; if a program wrote it as UTF-16, save it as CSV UTF-8";
  complain({ line, column: null, found: "a NUL byte, which no text has", expected });
  return null;
}

/** Text that is not UTF-8 is most often Windows-1252, which older spreadsheets write. */
function refuseEncoding(bytes: Buffer, firstLine: number, complain: Complain): null {
  let start = 0;
  let line = firstLine;
  for (
    let end = bytes.indexOf(newline);
    end >= 0 && isUtf8(bytes.subarray(start, end));
    end = bytes.indexOf(newline, start)
  ) {
    start = end + 1;
    line++;
  }
  const end = bytes.indexOf(newline, start);
  const wrong = bytes.subarray(start, end < 0 ? undefined : end);
  const read = new TextDecoder("windows-1252").decode(wrong.subarray(0, 300)).trim();
  complain({
    line,
    column: null,
    found: `bytes that are not UTF-8 (read as Windows-1252, the line is “${aroundAccent(read)}”)`,
    expected: "UTF-8. The file looks like Windows-1252: open it in a spreadsheet and save it as “CSV UTF-8”",
  });
  return null;
}

function aroundAccent(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is meant
  const at = Math.max(0, text.search(/[^\x00-\x7f]/) - 20);
  return `${at > 0 ? "…" : ""}${text.slice(at, at + 40)}${text.length > at + 40 ? "…" : ""}`;
}
