import type { Pool, PoolClient } from "pg";
import { type MigrationFile, migrationFiles, migrationsFolder } from "./migration-files.ts";
import { DatabaseUnavailable } from "./unavailable.ts";

/** What a migration run did: the files it applied now, and how many are applied in all. */
export type Migrated = Readonly<{ applied: readonly string[]; total: number }>;

/** Migrators of one database wait for each other on this lock. */
const lockKey = 8_271_965;

const table = `
  create table if not exists evenspan_migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  );
  comment on table evenspan_migrations is
    'Which migrations this database has had, with the fingerprint each file had then; append-only.'`;

/**
 * Brings the database to the newest schema: applies each numbered SQL file once, in order, in a transaction of its
 * own. Forward only. Of migrators that run at once, one works and the others wait and find it done.
 *
 * @param owner the owner's pool of an open database
 * @param upTo stops after as many files; a backup of an earlier version is put back into tables of its time, and then brought up
 * @throws DatabaseUnavailable where an applied file has since changed or gone, or a file fails.
 */
export async function migrate(
  owner: Pool,
  folder: string = migrationsFolder,
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<Migrated> {
  const files = migrationFiles(folder);
  const client = await owner.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    if (!(await hasTable(client))) await client.query(table);
    const done = await client.query<{ number: number; name: string; sha256: string }>(
      "select number, name, sha256 from evenspan_migrations order by number",
    );
    for (const row of done.rows) refuseChanged(row, files[row.number - 1]);
    const waiting = files.slice(done.rows.length, upTo);
    for (const file of waiting) await apply(client, file);
    return { applied: waiting.map(({ name }) => name), total: files.length };
  } finally {
    client.release(true); // the lock and the settings a migration made end with the connection
  }
}

async function hasTable(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('evenspan_migrations') is not null as present");
  return rows[0].present;
}

function refuseChanged(applied: { name: string; sha256: string }, file: MigrationFile | undefined): void {
  if (file?.name === applied.name && file.sha256 === applied.sha256) return;
  throw new DatabaseUnavailable(
    file?.name === applied.name
      ? `The migration ${applied.name} has changed since it was applied. Put the file back as it was, and make the change in a new migration.`
      : `This database has had the migration ${applied.name}, which this version of Evenspan does not know. Use the version that made it, or a newer one.`,
  );
}

async function apply(client: PoolClient, file: MigrationFile): Promise<void> {
  try {
    await client.query("begin");
    await client.query(file.sql);
    await client.query("insert into evenspan_migrations (number, name, sha256) values ($1, $2, $3)", [
      file.number,
      file.name,
      file.sha256,
    ]);
    await client.query("commit");
  } catch (reason) {
    await client.query("rollback").catch(() => {});
    throw new DatabaseUnavailable(
      `The migration ${file.name} failed${lineOf(file, reason)}, and nothing of it was kept: ${(reason as Error).message}`,
      { cause: reason },
    );
  }
}

/** Postgres says where in the text an error is; a person wants the line. */
function lineOf({ sql }: MigrationFile, reason: unknown): string {
  const position = Number((reason as { position?: string }).position);
  return position > 0 ? ` at line ${sql.slice(0, position).split("\n").length}` : "";
}
