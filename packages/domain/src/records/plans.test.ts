import { testDatabase } from "@evenspan/database/testing";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/command.ts";
import { type ListOrder, sortNames } from "./rows/list-order.ts";
import { orderedRecords } from "./rows/ordered-records.ts";
import { recordOffice } from "./testing.ts";

// How the server reads for the app's role, with row-level security: what is fast for a million rows is held here for a few.
const database = await testDatabase();
const office = await recordOffice(database);
const keys = ["office-staff@*"];

beforeAll(async () => {
  await office.fill(1000);
  await database.owner.query("analyze records; analyze record_words");
});

/** The plan of a query, as the app's role makes it, of indexes alone. */
const planOf = (query: (db: Context["db"]) => ReturnType<typeof sql>) =>
  office.ask(keys, async (db) => {
    await sql`set local evenspan.asked = ${sql.lit("'walk'")}`.execute(db);
    await sql`set local enable_seqscan = off`.execute(db);
    const { rows } = await sql<{ "QUERY PLAN": string }>`explain ${query(db)}`.execute(db);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });

test.each(sortNames.flatMap((sort) => (["up", "down"] as const).map((direction): ListOrder => ({ sort, direction }))))(
  "a page of a list by %o is read along one index, from where the page before ended",
  async (order) => {
    const value = { changed: "2025-01-01T05:00:00.000Z", due: "2026-01-01", title: "walk 5" }[order.sort];
    const plan = await planOf(
      () =>
        sql`${orderedRecords(
          {
            ...{ systemId: office.systemId, keys, order, isLate: false, today: "2026-01-01" },
            openings: [{ kind: "walk", state: "held", facilityId: null, isOwn: false }],
            end: { value, recordId: "walk:5" },
          },
          51,
          51,
        )}`,
    );
    const index = { changed: "records_by_change", due: "records_by_day", title: "records_by_title" }[order.sort];
    expect(plan).toMatch(new RegExp(`Index Scan (Backward )?using ${index} on records`));
    expect(plan).toMatch(/Index Cond: .*kind = .*facility_key = .*state = .*ROW\(/);
  },
);

test("words are looked up in the index, for their condition is part of the policy", async () => {
  expect(await planOf(() => sql`select record_id from record_words limit 1001`)).toMatch(
    /Bitmap Index Scan on record_words_by_word[\s\S]*Index Cond: \(words @@/,
  );
});

test("the same condition in a query of one's own would be held back behind the policy, and look at every row", async () => {
  const plan = await planOf(() => sql`select record_id from record_words where words @@ 'held'::tsquery limit 1001`);
  expect(plan).toMatch(/Filter: .*words @@ '''held'''::tsquery/);
  expect(plan).not.toMatch(/Index Cond: .*'held'/);
});
