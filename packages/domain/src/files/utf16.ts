import type { Complain } from "./table.ts";

/** Which UTF-16 a byte order mark tells of, or null. */
export function utf16Of(first: Buffer): "utf-16le" | "utf-16be" | null {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  return first[0] === 0xfe && first[1] === 0xff ? "utf-16be" : null;
}

/** The same text in UTF-8, chunk by chunk. Text that is not UTF-16 ends it, with the line. */
export async function* fromUtf16(
  chunks: AsyncIterable<Buffer>,
  encoding: "utf-16le" | "utf-16be",
  complain: Complain,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  try {
    for await (const chunk of chunks) {
      const text = decoder.decode(chunk, { stream: true });
      line += text.split("\n").length - 1;
      yield Buffer.from(text);
    }
    decoder.decode();
  } catch (reason) {
    if (!(reason instanceof TypeError)) throw reason;
    const expected = "whole UTF-16 text; better, save it as CSV UTF-8";
    complain({ line, column: null, found: "bytes that are not UTF-16, on this line or a little below", expected });
  }
}
