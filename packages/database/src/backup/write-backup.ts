import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { Pool, PoolClient } from "pg";
import { backupTables } from "./backup-tables.ts";
import { type Bytes, encrypted } from "./encryption.ts";
import { frameBytes } from "./frames.ts";
import { sectionRows } from "./section.ts";

/** What a backup says of itself. */
export type BackupHeader = Readonly<{
  format: "evenspan-backup-1";
  madeAt: string;
  migrations: readonly string[];
  systems: readonly Readonly<{ systemId: string; slug: string }>[];
  /** The office's key for sealed secrets, base64; null where the backup was made without one. */
  officeKey: string | null;
}>;

/** What a backup is made with. */
export type BackupOptions = Readonly<{ recipients: readonly string[]; now: Date; officeKey: Buffer | null }>;

/**
 * A backup of everything, as encrypted bytes: one moment of the database, taken while it works, in flat memory.
 * Whatever was acknowledged before this was called is in it; of what is acknowledged meanwhile, all or nothing of a transaction.
 *
 * @param owner the owner's pool of an open database
 */
export const writeBackup = (owner: Pool, { recipients, ...options }: BackupOptions): Promise<Bytes> =>
  encrypted(zipped(plainBackup(owner, options)), recipients);

async function* plainBackup(
  owner: Pool,
  { now, officeKey }: Omit<BackupOptions, "recipients">,
): AsyncGenerator<Uint8Array> {
  const client = await owner.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const systems = await systemsOf(client);
    const migrations = await client.query<{ name: string }>("select name from evenspan_migrations order by number");
    yield frameBytes("header", {
      ...{ format: "evenspan-backup-1", madeAt: now.toISOString(), systems },
      migrations: migrations.rows.map(({ name }) => name),
      officeKey: officeKey?.toString("base64") ?? null,
    } satisfies BackupHeader);
    let sections = 0;
    for (const table of await backupTables(client))
      for (const systemId of table.isTenant ? systems.map((system) => system.systemId) : [null]) {
        if (systemId) await client.query(`set local evenspan.system = '${systemId}'`);
        yield frameBytes("section", { table: table.name, systemId, columns: table.columns });
        const rows = sectionRows(client, table, systemId);
        let piece = await rows.next();
        for (; !piece.done; piece = await rows.next()) yield frameBytes("rows", piece.value);
        yield frameBytes("section-end", piece.value);
        sections++;
      }
    yield frameBytes("end", { sections });
    await client.query("commit");
  } finally {
    client.release(true); // a reader who gave up in the middle leaves a COPY behind
  }
}

const systemsOf = async (client: PoolClient): Promise<BackupHeader["systems"]> =>
  (await client.query('select system_id as "systemId", slug from systems order by slug')).rows;

/** A fault of the reading ends the zipped stream with that fault. */
const zipped = (plain: Bytes): Bytes => pipeline(Readable.from(plain), createGzip(), () => {});
