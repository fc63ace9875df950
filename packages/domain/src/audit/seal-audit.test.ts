import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { recordEntry } from "./record-entry.ts";
import { sealAudit } from "./seal-audit.ts";
import { auditOf, type TestAudit, wren } from "./testing.ts";
import { verifyAudit } from "./verify-audit.ts";

const database = await testDatabase();
/** Writes entries and leaves them to be joined. */
const left = ({ systemId }: TestAudit, names: readonly string[], at: string) =>
  inTenant(database.app, systemId, async (db) => {
    const occasion = { systemId, actor: wren, now: new Date(at), from: { channel: "job" }, db } as const;
    for (const name of names) await recordEntry(occasion, { kind: "command", name, why: "to try" });
  });
const linked = ({ systemId }: TestAudit) =>
  inTenant(
    database.app,
    systemId,
    (trx) =>
      trx
        .selectFrom("audit_links as link")
        .innerJoin("audit_entries as entry", "entry.entry_id", "link.entry_id")
        .select(["link.seq", "entry.name"])
        .orderBy("link.seq")
        .execute(),
    { as: { personId: null, keys: ["audit"] } },
  );

test("what waits is joined in the order of time, whoever wrote first; and nothing twice", async () => {
  const audit = await auditOf(database, 1);
  await left(audit, ["second"], "2026-01-03T00:00:02Z");
  await left(audit, ["first"], "2026-01-03T00:00:01Z");
  expect(await sealAudit(database.app, audit.systemId)).toBe(2);
  expect(await sealAudit(database.app, audit.systemId)).toBe(0);
  expect(await linked(audit)).toEqual([
    { seq: 1, name: "one" },
    { seq: 2, name: "first" },
    { seq: 3, name: "second" },
  ]);
});

test("programs that join at once make one chain", async () => {
  const audit = await auditOf(database, 0);
  for (let minute = 10; minute < 18; minute++) await left(audit, ["a", "b", "c"], `2026-01-03T00:${minute}:00Z`);
  const joined = await Promise.all(Array.from({ length: 6 }, () => sealAudit(database.app, audit.systemId)));
  expect(joined.reduce((sum, each) => sum + each)).toBe(24);
  expect(await verifyAudit(database.app, audit.systemId)).toMatchObject({ holds: true, links: 24, waiting: 0 });
});

test("more than is joined at once is joined all the same, and looked through page by page", async () => {
  const audit = await auditOf(database, 0);
  await left(
    audit,
    Array.from({ length: 2100 }, (_, index) => `entry-${index}`),
    "2026-01-03T00:00:00Z",
  );
  expect(await sealAudit(database.app, audit.systemId)).toBe(2100);
  expect(await verifyAudit(database.app, audit.systemId)).toMatchObject({ holds: true, links: 2100, waiting: 0 });
});
