import { fileTypeFromBuffer } from "file-type";

/** The kinds of file that a record takes: the media type by the name's ending. What a browser would run is not among them. */
export const takenTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  csv: "text/csv",
  txt: "text/plain",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
} as const satisfies Readonly<Record<string, string>>;

/** One of the endings. */
export type TakenEnding = keyof typeof takenTypes;

const texts: ReadonlySet<string> = new Set(["csv", "txt"]);

/**
 * What a file is by its first bytes, where that is something a record takes and its name says the same; else null. A text has
 * no mark of its own: it is one where its bytes are UTF-8 without control characters, and no markup.
 */
export async function sniffedType(bytes: Uint8Array, ending: string): Promise<string | null> {
  if (!(ending in takenTypes)) return null;
  const declared = takenTypes[ending as TakenEnding];
  if (texts.has(ending)) return isText(bytes) && (await fileTypeFromBuffer(bytes)) === undefined ? declared : null;
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime === declared ? declared : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text has none of
    return !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) && !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(text);
  } catch {
    return false;
  }
}
