import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { sql } from "kysely";
import { afterAll } from "vitest";
import { actorWith } from "../../kernel/actor.ts";
import { type Context, perform } from "../../kernel/command.ts";
import { isRefusal, type Outcome, type Refusal } from "../../kernel/refusal.ts";
import { loadDataset } from "../load-dataset.ts";
import type { Loaded } from "../stored-dataset.ts";

/** For tests: a database of one health system, and files that are written to a folder and loaded into it. */
export type Loading = Readonly<{
  database: OpenDatabase;
  systemId: string;
  /** Runs work as an analyst of the system, undone where it gives a refusal. */
  within: <T>(work: (context: Context) => Promise<T>, systemId?: string) => Promise<T>;
  write: (content: string | Uint8Array, name?: string) => string;
  load: (content: string | Uint8Array, input: object, systemId?: string) => Promise<Outcome<Loaded>>;
  /** How many rows of the system each table holds, as someone without keys sees them; the audit aside. */
  counts: () => Promise<Readonly<Record<string, number>>>;
}>;

/** Call it at the top of a test file. */
export async function loading(): Promise<Loading> {
  const database = await testDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-load-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const systemId = "00000000-0000-4000-8000-000000000001";
  const actor = actorWith("Ana Analyst", "analyst");
  const within: Loading["within"] = (work, id = systemId) =>
    inTenant(
      database.app,
      id,
      (db) =>
        work({ db, systemId: id, actor, now: new Date("2025-01-02T03:04:05Z"), from: { channel: "command line" } }),
      {
        undoWhen: isRefusal,
      },
    );
  for (const [slug, id] of [
    ["rush", systemId],
    ["other", otherSystemId],
  ] as const)
    await within(({ db }) => db.insertInto("systems").values({ system_id: id, slug, name: slug }).execute(), id);
  const write = (content: string | Uint8Array, name = "file.csv"): string => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const load: Loading["load"] = (content, input, id) => {
    const file = { path: write(content), ...input };
    return within((context) => perform(loadDataset, context, file), id);
  };
  return { database, systemId, within, write, load, counts: () => within(({ db }) => countsOf(db)) };
}

/** A second health system in the same database. */
export const otherSystemId = "00000000-0000-4000-8000-000000000002";

async function countsOf(db: Context["db"]): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'system_id' and table_name not in ('systems', 'audit_waiting') order by 1`.execute(
    db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
    counts[name] = rows[0]!.n;
  }
  return counts;
}

/** The dataset, where there must be one. */
export function loaded(outcome: Outcome<Loaded>): Loaded {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
}

/** The refusal, where there must be one. */
export function refused(outcome: Outcome<unknown>): Refusal {
  if (!isRefusal(outcome)) throw new Error(`not refused: ${JSON.stringify(outcome)}`);
  return outcome;
}
