import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { sql, type Transaction } from "kysely";
import { expect, test } from "vitest";
import { act } from "../access/act.ts";
import { abel, ana, openOffice } from "../access/testing.ts";
import { sha256 } from "../kernel/canonical.ts";
import { auditOf, deskOf, person, testNow } from "../sign-in/testing.ts";
import { clearOldRows } from "./clear-old-rows.ts";
import { dailyWork } from "./daily-work.ts";

const database = await testDatabase();
const office = await openOffice(database);
const { systemId } = office;
const desk = deskOf(database, office);
const daysAgo = (days: number) => new Date(testNow.getTime() - days * 86_400_000);
const asked = <T>(work: (trx: Transaction<Database>) => Promise<T>, ...keys: string[]) =>
  inTenant(database.app, systemId, work, { as: { personId: null, keys } });

const session = (personId: string, days: number, ended = true) => ({
  ...{ system_id: systemId, token_hash: sha256(randomUUID()), session_id: randomUUID(), person_id: personId },
  ...{ strength: "password" as const, begun_at: daysAgo(days), seen_at: daysAgo(days), expires_at: daysAgo(days) },
  ...{ from_address: "", device: "", ended_at: ended ? daysAgo(days) : null, ended_why: ended ? "signed-out" : null },
});
const link = (personId: string, purpose: "invitation" | "sign-in", days: number) => ({
  ...{ system_id: systemId, token_hash: sha256(randomUUID()), purpose, person_id: personId, made_by: "a test" },
  ...{ made_at: daysAgo(days), expires_at: daysAgo(days) },
});
const attempt = (days: number) => ({
  ...{ system_id: systemId, attempt_id: randomUUID(), account_hash: sha256("a"), from_address: "" },
  ...{ step: "password" as const, succeeded: false, at: daysAgo(days) },
});
const form = (days: number) => ({
  ...{ system_id: systemId, token_hash: sha256(randomUUID()), page: "/en/office", fields: "{}" },
  ...{ kept_at: daysAgo(days + 1), expires_at: daysAgo(days) },
});

test("what is older than the rule goes, what is younger stays, and of each person the last session and invitation", async () => {
  const { personId: rosa } = await person(desk, { name: "Rosa", email: "rosa@rush.example" });
  const { personId: noor } = await person(desk, { name: "Noor", email: "noor@rush.example" });
  await asked(async (trx) => {
    const sessions = [session(rosa, 91), session(rosa, 92, false), session(rosa, 89), session(noor, 400)];
    await trx.insertInto("sessions").values(sessions).execute();
    const links = [link(rosa, "sign-in", 31), link(rosa, "sign-in", 29), link(noor, "invitation", 60)];
    await trx
      .insertInto("one_time_links")
      .values([...links, link(noor, "invitation", 90)])
      .execute();
    await trx
      .insertInto("sign_in_attempts")
      .values([attempt(91), attempt(89)])
      .execute();
    await trx
      .insertInto("kept_forms")
      .values([form(0.01), form(-0.01)])
      .execute();
  }, "sign-in");
  const cleared = await act(database.app, clearOldRows, { ...desk, actor: abel }, {});
  expect(cleared).toEqual({
    ...{ sessions: 2, links: 2, attempts: 1, assertions: 0, forms: 1, providerSignIns: 0, notices: 0 },
  });
  const left = await asked((trx) => trx.selectFrom("sessions").select("begun_at").orderBy("begun_at").execute());
  expect(left).toEqual([{ begun_at: daysAgo(400) }, { begun_at: daysAgo(89) }]);
  const links = await asked((trx) => trx.selectFrom("one_time_links").select("made_at").orderBy("made_at").execute());
  expect(links).toEqual([{ made_at: daysAgo(60) }, { made_at: daysAgo(29) }]);
});

test("nothing but the daily work removes a session, a link, a try or a notice, and nobody but an administrator asks for it", async () => {
  for (const table of ["sessions", "one_time_links", "sign_in_attempts", "provider_assertions", "notices"])
    for (const keys of [["administrator@*"], ["sign-in"], ["mail"]])
      expect(
        (await asked((trx) => sql`delete from ${sql.table(table)}`.execute(trx), ...keys)).numAffectedRows,
        `${table} by ${keys}`,
      ).toBe(0n);
  expect(await act(database.app, clearOldRows, { ...desk, actor: ana }, {})).toMatchObject({ code: "role" });
});

test("the daily work is written into the audit as the program's own", async () => {
  await dailyWork(database.app, systemId, testNow);
  const entries = (await auditOf(database, office)).filter(({ actor }) => actor === "Evenspan");
  expect(entries.map(({ name, channel }) => `${name} ${channel}`).sort()).toEqual([
    "clear-old-rows job",
    "settle-invitations job",
  ]);
});
