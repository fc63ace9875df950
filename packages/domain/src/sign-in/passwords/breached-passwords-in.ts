import { type FileHandle, open } from "node:fs/promises";
import type { BreachedPasswords } from "../desk.ts";

/** A line holds 40 digits, a colon, a count and the line's end: never as much as this. Bytes. */
const longestLine = 100;

/**
 * Passwords known from breaches, in a file that an office keeps: one SHA-1 a line in capital hexadecimal digits, in order,
 * whatever follows after a colon (the form in which Have I Been Pwned gives its list, some 40 GB). The file is
 * searched by halves and never read as a whole: about 35 short reads for the largest there is.
 *
 * @throws Error, when asked, where the file cannot be read or a line begins with no such hash
 */
export const breachedPasswordsIn =
  (path: string): BreachedPasswords =>
  async (sha1) => {
    const file = await open(path, "r");
    try {
      return await hasLine(file, sha1, (await file.stat()).size);
    } finally {
      await file.close();
    }
  };

/** Finds the first byte after which the next line is no less than the hash: that line is it, or there is none. */
async function hasLine(file: FileHandle, sha1: string, size: number): Promise<boolean> {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const next = await lineFrom(file, middle);
    if (next === null || next >= sha1) high = middle;
    else low = middle + 1;
  }
  return (await lineFrom(file, low)) === sha1;
}

/** The hash of the first line that begins at or after a byte; null past the last. */
async function lineFrom(file: FileHandle, at: number): Promise<string | null> {
  // The byte before tells whether a line begins exactly here.
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2 * longestLine), 0, 2 * longestLine, Math.max(at - 1, 0));
  const text = buffer.toString("latin1", 0, bytesRead);
  const line = at === 0 ? text : text.includes("\n") ? text.slice(text.indexOf("\n") + 1) : "";
  if (line.trim() === "") return null;
  const hash = /^[0-9A-F]{40}(?![0-9A-F])/.exec(line)?.[0];
  if (hash === undefined) throw new Error("a list of breached passwords has a line that begins with no SHA-1");
  return hash;
}
