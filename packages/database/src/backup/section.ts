import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { to } from "pg-copy-streams";
import type { BackupTable } from "./backup-tables.ts";

/** Rows of one table, of one tenant where it is a tenant's. */
export type Section = Readonly<{ table: string; systemId: string | null; columns: readonly string[] }>;

/** What a section came to: how many rows, and the SHA-256 of their text in the order of the key. */
export type SectionEnd = Readonly<{ rows: number; sha256: string }>;

/** The rows of a section in COPY's text form, in pieces; what they came to is returned at the end. */
export async function* sectionRows(
  client: PoolClient,
  { name, columns, order }: BackupTable,
  systemId: string | null,
): AsyncGenerator<Uint8Array, SectionEnd> {
  // The policy shows one tenant's rows, but for the list of systems, whose names everyone sees.
  const where = systemId === null ? "" : ` where system_id = '${systemId}'`;
  const stream = client.query(
    to(`copy (select ${columns.join(", ")} from ${name}${where} order by ${order}) to stdout`),
  );
  const hash = createHash("sha256");
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
  return { rows: stream.rowCount, sha256: hash.digest("hex") };
}
