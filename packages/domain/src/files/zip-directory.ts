/** What a zip archive says that it holds. */
export type ZipEntry = Readonly<{ name: string; packedBytes: number; bytes: number; method: number; offset: number }>;

const endMark = Buffer.from("PK\x05\x06", "latin1");
const entryMark = 0x02014b50;
const entryBytes = 46;

/**
 * The entries of a zip archive by its central directory, or null where it has none that can be read (cut short, of the
 * 64-bit kind, or not a zip). APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16.
 */
export function zipDirectory(archive: Buffer): readonly ZipEntry[] | null {
  const end = archive.lastIndexOf(endMark);
  if (end < 0 || end + 22 > archive.length) return null;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let number = 0; number < count; number++) {
    if (at + entryBytes > archive.length || archive.readUInt32LE(at) !== entryMark) return null;
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const nameAt = at + entryBytes;
    entries.push({
      name: archive.toString("utf8", nameAt, nameAt + nameBytes!),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      bytes: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at = nameAt + nameBytes! + extraBytes! + noteBytes!;
  }
  return entries;
}
