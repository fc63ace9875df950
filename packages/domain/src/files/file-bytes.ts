import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** A file being read: its bytes pass once, and are counted and hashed as they pass. */
export type FileBytes = Readonly<{
  chunks: AsyncIterable<Buffer>;
  /** SHA-256 of all bytes that have passed, and how many they were. */
  passed: () => Readonly<{ fingerprint: string; byteSize: number }>;
  /** Lets go of the file, read to its end or not. */
  close: () => Promise<void>;
}>;

const chunkBytes = 256 * 1024;

/** The bytes of a file, in chunks that their reader takes at its own pace. */
export function fileBytes(path: string): FileBytes {
  const hash = createHash("sha256");
  let byteSize = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    const file = await open(path);
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes);
        if (bytesRead === 0) return;
        const chunk = buffer.subarray(0, bytesRead);
        hash.update(chunk);
        byteSize += bytesRead;
        yield chunk;
      }
    } finally {
      await file.close();
    }
  }
  const reading = chunks();
  return {
    chunks: reading,
    passed: () => ({ fingerprint: hash.copy().digest("hex"), byteSize }),
    close: async () => void (await reading.return(undefined)),
  };
}

/** SHA-256 of a whole file, without keeping it. */
export async function fileFingerprint(path: string): Promise<string> {
  const bytes = fileBytes(path);
  for await (const _ of bytes.chunks);
  return bytes.passed().fingerprint;
}

/** The first bytes of a file, at most 64 KB: enough to see what kind of file it is. */
export async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
