import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { type Failure, failure, failureOf } from "./failure.ts";

/** Where a body goes, the most that it may be, and who is told that something came. */
export type Saving = Readonly<{ path: string; mostBytes: number; timeoutMs: number; heard: () => void }>;

class TooLarge extends Error {}

/**
 * Streams a response's body to a file. Nothing is left at the path after a failure: a body that is larger than
 * allowed, that breaks off, or that has another size than the server said.
 */
export async function saveBody(response: Response, saving: Saving): Promise<{ byteSize: number } | Failure> {
  const { path, mostBytes, timeoutMs } = saving;
  const told = toldBytes(response);
  if (told !== null && told > mostBytes) {
    await response.body?.cancel();
    return tooLarge(mostBytes);
  }
  let byteSize = 0;
  async function* counted(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      saving.heard();
      byteSize += chunk.length;
      if (byteSize > mostBytes) throw new TooLarge();
      yield chunk;
    }
  }
  try {
    await pipeline(bodyOf(response), counted, createWriteStream(path, { flags: "wx" }));
    if (told === null || told === byteSize) return { byteSize };
    throw new Error(`${byteSize} of ${told} bytes`, { cause: { code: "UND_ERR_SOCKET" } });
  } catch (error) {
    await rm(path, { force: true });
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    return error instanceof TooLarge ? tooLarge(mostBytes) : failureOf(error, timeoutMs);
  }
}

const bodyOf = (response: Response): Readable =>
  response.body ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>) : Readable.from([]);

const tooLarge = (mostBytes: number): Failure =>
  failure("too-large", `sends more than the ${Math.round(mostBytes / 1e6)} MB that are fetched at once`);

/** What the server says of the size; nothing where the body is compressed on its way, and then grows. */
function toldBytes(response: Response): number | null {
  const length = response.headers.get("content-length");
  return length === null || response.headers.has("content-encoding") ? null : Number(length);
}
