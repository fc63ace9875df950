import { stat } from "node:fs/promises";
import { fileFingerprint } from "./file-bytes.ts";

/** A file as it stands on the disk now, or why it cannot be read. */
export type FileStatus = Readonly<{ fingerprint: string }> | Readonly<{ absent: string }>;

/** Looks at a file before it is read: whether it is one, and its SHA-256. */
export async function fileStatus(path: string): Promise<FileStatus> {
  try {
    if (!(await stat(path)).isFile()) return { absent: "it is not a file" };
    return { fingerprint: await fileFingerprint(path) };
  } catch (reason) {
    const { code, message } = reason as NodeJS.ErrnoException;
    const known: Record<string, string> = { ENOENT: "there is no such file", EACCES: "this user may not read it" };
    return { absent: known[code ?? ""] ?? message };
  }
}
