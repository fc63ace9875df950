import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Bytes, decrypted } from "./encryption.ts";
import { type Frame, framesIn } from "./frames.ts";
import type { Section, SectionEnd } from "./section.ts";
import type { BackupHeader } from "./write-backup.ts";

/** Who takes a backup in, piece by piece. */
export type BackupReader = Readonly<{
  header: (header: BackupHeader) => Promise<void>;
  /** Takes the rows of one section, all of them. */
  section: (section: Section, rows: Bytes) => Promise<void>;
  /** Told, after a section, what it had come to when it was written. */
  sectionEnd: (section: Section, end: SectionEnd) => Promise<void>;
}>;

/** The file is no backup of ours, was changed, is cut short, or the key does not open it. The message says which. */
export class DamagedBackup extends Error {
  override name = "DamagedBackup";
}

/** Reads a backup whole. @throws DamagedBackup where it is not whole; and whatever the reader throws. */
export async function readBackup(closed: Bytes, identity: string, reader: BackupReader): Promise<void> {
  const frames = framesIn(unzipped(await openedBy(closed, identity)))[Symbol.asyncIterator]();
  const next = async (): Promise<Frame> => {
    const { done, value } = await frames.next().catch((reason: Error) => {
      throw new DamagedBackup(`The backup is damaged: ${reason.message}. Nothing of it was kept.`, { cause: reason });
    });
    if (done) throw new DamagedBackup("The backup is cut short. Nothing of it was kept.");
    return value;
  };
  const header = read<BackupHeader>(await next(), "header");
  if (header.format !== "evenspan-backup-1")
    throw new DamagedBackup("This backup was made by a version of Evenspan that this one does not know.");
  await reader.header(header);
  let sections = 0;
  let frame = await next();
  for (; frame.kind === "section"; frame = await next()) {
    const section = read<Section>(frame, "section");
    const end: { frame?: Frame } = {};
    await reader.section(section, rowsUntilEnd(next, end));
    await reader.sectionEnd(section, read<SectionEnd>(end.frame ?? (await next()), "section-end"));
    sections++;
  }
  if (read<{ sections: number }>(frame, "end").sections !== sections)
    throw new DamagedBackup("The backup does not hold all that it says it holds. Nothing of it was kept.");
  // The last sealed piece is only proved by reading on to the end.
  const after = await frames.next().catch((reason: Error) => reason);
  if (after instanceof Error || !after.done)
    throw new DamagedBackup("The backup is damaged at its end. Nothing of it was kept.");
}

async function* rowsUntilEnd(next: () => Promise<Frame>, end: { frame?: Frame }): AsyncGenerator<Uint8Array> {
  for (;;) {
    const frame = await next();
    if (frame.kind !== "rows") {
      end.frame = frame;
      return;
    }
    yield frame.bytes;
  }
}

function read<T>({ kind, bytes }: Frame, expected: Frame["kind"]): T {
  if (kind !== expected) throw new DamagedBackup(`The backup is damaged: ${kind} stands where ${expected} should.`);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as T;
}

const openedBy = (closed: Bytes, identity: string): Promise<Bytes> =>
  decrypted(closed, identity).catch((reason: Error) => {
    throw new DamagedBackup(`This key does not open the file: ${reason.message}.`, { cause: reason });
  });

const unzipped = (zipped: Bytes): Bytes => pipeline(Readable.from(zipped), createGunzip(), () => {});
