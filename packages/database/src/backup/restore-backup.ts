import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Pool, PoolClient } from "pg";
import { from } from "pg-copy-streams";
import { migrate } from "../migrate.ts";
import { migrationFiles, migrationsFolder } from "../migration-files.ts";
import { DatabaseUnavailable } from "../unavailable.ts";
import { type BackupTable, backupTables } from "./backup-tables.ts";
import type { Bytes } from "./encryption.ts";
import { DamagedBackup, readBackup } from "./read-backup.ts";
import { type Section, type SectionEnd, sectionRows } from "./section.ts";
import type { BackupHeader } from "./write-backup.ts";

/** What was put back. */
export type Restored = Readonly<{ header: BackupHeader; sections: number; rows: number }>;

/**
 * Puts a backup back into an empty database, whole or not at all: in one transaction, each table read again afterwards and
 * its hash compared with the one that was taken when the backup was made. A backup of an earlier version goes into the
 * tables of its time, which are then brought up to date.
 *
 * @param owner the owner's pool of an open database that no system has been founded in
 * @throws DamagedBackup, DatabaseUnavailable; the database is then as empty as before
 */
export async function restoreBackup(
  owner: Pool,
  closed: Bytes,
  identity: string,
  folder: string = migrationsFolder,
): Promise<Restored> {
  await refuseFilled(owner);
  const client = await owner.connect();
  let header: BackupHeader | undefined;
  let tables: readonly BackupTable[] = [];
  let [sections, rows] = [0, 0];
  try {
    await readBackup(closed, identity, {
      header: async (it) => {
        header = it;
        await migrate(owner, folder, migrationsOf(it, folder));
        tables = await backupTables(client);
        await client.query("begin");
        await client.query("delete from place_aliases");
        await client.query("delete from places");
      },
      section: (section, bytes) => putBack(client, section, bytes),
      sectionEnd: async (section, end) => {
        await compare(client, tables, section, end);
        sections++;
        rows += end.rows;
      },
    });
    await client.query("commit");
  } finally {
    client.release(true); // what was not committed is undone with the connection
  }
  await migrate(owner, folder);
  return { header: header!, sections, rows };
}

async function refuseFilled(owner: Pool): Promise<void> {
  const { rows } = await owner.query("select to_regclass('systems') is not null as made");
  if (!rows[0].made) return;
  if ((await owner.query("select from systems")).rowCount)
    throw new DatabaseUnavailable(
      "There is a system in this database already. A backup is put back into an empty one: name a new data folder with --data, or a new database.",
    );
}

/** How many migrations the backup's database had had, where this version knows them all. */
function migrationsOf({ migrations }: BackupHeader, folder: string): number {
  const known = migrationFiles(folder).map(({ name }) => name);
  const unknown = migrations.find((name, at) => known[at] !== name);
  if (unknown !== undefined)
    throw new DamagedBackup(
      `The backup comes from a newer version of Evenspan (${unknown}). Use that version, or a newer one.`,
    );
  return migrations.length;
}

/** PostgreSQL refuses COPY into a table with row-level security, so that rows go by way of a temporary one. */
async function putBack(client: PoolClient, { table, systemId, columns }: Section, bytes: Bytes): Promise<void> {
  const names = [table, ...columns].find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
  if (names !== undefined)
    throw new DamagedBackup(`The backup is damaged: ${JSON.stringify(names)} is no name of a table or column.`);
  if (systemId) await client.query("select set_config('evenspan.system', $1, true)", [systemId]);
  const list = columns.join(", ");
  await client.query(`create temporary table put_back on commit drop as select ${list} from ${table} with no data`);
  await pipeline(Readable.from(bytes), client.query(from(`copy put_back (${list}) from stdin`)));
  await client.query(`insert into ${table} (${list}) select ${list} from put_back`);
  await client.query("drop table put_back");
}

async function compare(
  client: PoolClient,
  tables: readonly BackupTable[],
  { table, systemId }: Section,
  end: SectionEnd,
): Promise<void> {
  const known = tables.find(({ name }) => name === table);
  if (!known) throw new DamagedBackup(`The backup holds a table that its version does not have: ${table}.`);
  const rows = sectionRows(client, known, systemId);
  let piece = await rows.next();
  while (!piece.done) piece = await rows.next();
  if (piece.value.sha256 !== end.sha256 || piece.value.rows !== end.rows)
    throw new DamagedBackup(`What was put back into ${table} is not what was backed up. Nothing of it was kept.`);
}
