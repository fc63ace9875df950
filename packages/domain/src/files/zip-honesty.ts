import { inflateRawSync } from "node:zlib";
import type { ZipEntry } from "./zip-directory.ts";

const stored = 0;
const deflated = 8;
const localHeaderBytes = 30;

/**
 * Whether an entry unpacks to the size that it declares, and not to more. A zip bomb may declare a kilobyte and unpack
 * to gigabytes: unpacking stops at the declared size.
 */
export function unpacksAsDeclared(archive: Buffer, { offset, packedBytes, bytes, method }: ZipEntry): boolean {
  if (offset + localHeaderBytes > archive.length) return false;
  const start = offset + localHeaderBytes + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packedBytes > archive.length) return false;
  if (method === stored) return packedBytes === bytes;
  if (method !== deflated) return false;
  try {
    // One byte more than none: zlib takes 0 for no limit.
    return (
      inflateRawSync(archive.subarray(start, start + packedBytes), { maxOutputLength: bytes + 1 }).length === bytes
    );
  } catch {
    return false;
  }
}
