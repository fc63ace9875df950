import { createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Writes a file whole or not at all, readable by its owner alone: under another name first, forced to the disk, then named. A
 * file of that name that was there stays until then, so that a crash or a full disk costs the new file and not the old.
 *
 * @returns its size in bytes
 */
export async function writeWhole(file: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const part = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(bytes), createWriteStream(part, { mode: 0o600, flags: "wx", flush: true }));
    const { size } = await stat(part);
    await rename(part, file);
    await forced(path.dirname(path.resolve(file)));
    return size;
  } catch (reason) {
    await rm(part, { force: true });
    throw reason;
  }
}

/** A name is on the disk when its folder is. */
async function forced(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
