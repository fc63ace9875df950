import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, realpathSync, renameSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseUnavailable } from "../unavailable.ts";

/** What lies where in a data folder of the embedded server. */
export type DataFolder = Readonly<{ folder: string; cluster: string; lock: string; log: string; sockets: string }>;

/**
 * Makes the data folder and the folder of its socket, private to this user, and makes room for the log.
 *
 * @throws DatabaseUnavailable where the socket's folder belongs to someone else.
 */
export function makeDataFolder(given: string): DataFolder {
  mkdirSync(given, { recursive: true, mode: 0o700 });
  const folder = realpathSync(given);
  const log = path.join(folder, "postgres.log");
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 10e6) renameSync(log, `${log}.old`);
  return {
    folder,
    cluster: clusterIn(folder),
    lock: path.join(folder, "postgres.lock"),
    log,
    sockets: makeSocketFolder(folder),
  };
}

/** The cluster's folder in a data folder. */
export const clusterIn = (folder: string): string => path.join(folder, "postgres");

function makeSocketFolder(folder: string): string {
  const near = path.join(folder, "socket");
  // A socket's whole path must fit in 108 bytes, and Postgres adds 14 to the folder's.
  const far = path.join(tmpdir(), `evenspan-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`);
  const sockets = Buffer.byteLength(near) <= 90 ? near : far;
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const user = process.getuid?.();
  if (user !== 0 && statSync(sockets).uid !== user)
    throw new DatabaseUnavailable(`The folder ${sockets} belongs to another user. Set TMPDIR to a folder of your own.`);
  chmodSync(sockets, 0o700);
  return sockets;
}
