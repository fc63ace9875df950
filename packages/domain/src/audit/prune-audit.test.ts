import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { pruneAudit } from "./prune-audit.ts";
import { sealAudit } from "./seal-audit.ts";
import { auditOf, type TestAudit, wren } from "./testing.ts";
import { verifyAudit } from "./verify-audit.ts";

const database = await testDatabase();
/** Four entries of the first minutes of 2020, then one of 2024. */
const oldAudit = async () => {
  const audit = await auditOf(database, 4, "2020-01-01T00:00:00Z");
  await audit.write("young", "2024-05-05T00:00:00Z");
  return audit;
};
const pruned = ({ systemId }: TestAudit, at: string, keepYears?: number) =>
  pruneAudit(
    database.owner,
    { systemId, actor: wren, now: new Date(at), from: { channel: "command line" } },
    ...(keepYears === undefined ? [] : [keepYears]),
  );
const verified = ({ systemId }: TestAudit, head?: string) => verifyAudit(database.app, systemId, { head });
const entries = ({ systemId }: TestAudit) =>
  inTenant(
    database.app,
    systemId,
    (trx) => trx.selectFrom("audit_entries").select(["name", "facts", "actor", "why"]).orderBy("at").execute(),
    { as: { personId: null, keys: ["administrator@*"] } },
  );

test("what is older than six years is removed, the chain still verifies, and an entry tells of it", async () => {
  const audit = await oldAudit();
  const { head } = await verified(audit);
  const removal = await pruned(audit, "2026-01-01T00:01:30Z");
  expect(removal).toEqual({
    ...{ throughSeq: 2, before: "2020-01-01T00:01:30.000Z", removed: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  const kept = await entries(audit);
  expect(kept.map(({ name }) => name)).toEqual(["three", "four", "young", "prune-audit"]);
  expect(kept.at(-1)).toMatchObject({
    ...{ actor: wren.name, why: "to keep no longer than the rule says" },
    facts: { ...removal, keepYears: 6, rule: expect.stringContaining("45 CFR 164.316(b)(2)(i)") },
  });
  expect(await verified(audit, head)).toMatchObject({ holds: true, links: 6, removed: 2, waiting: 0 });
});

test("a second removal goes on from the first", async () => {
  const audit = await oldAudit();
  await pruned(audit, "2026-01-01T00:01:30Z");
  expect(await pruned(audit, "2026-03-01T00:00:00Z")).toMatchObject({ throughSeq: 4, removed: 2 });
  expect(await pruned(audit, "2026-03-01T00:00:00Z")).toMatchObject({ throughSeq: 4, removed: 0 });
  expect(await verified(audit)).toMatchObject({ holds: true, links: 8, removed: 4 });
});

test("where nothing is old enough nothing is removed", async () => {
  const audit = await oldAudit();
  expect(await pruned(audit, "2025-12-31T23:59:59Z")).toMatchObject({ throughSeq: 0, removed: 0 });
  expect(await verified(audit)).toMatchObject({ holds: true, links: 6, removed: 0 });
});

test("an office may keep longer than the rule, and not shorter", async () => {
  const audit = await oldAudit();
  for (const years of [5, 0, -1, 6.5, Number.NaN])
    expect(await pruned(audit, "2026-03-01T00:00:00Z", years)).toEqual({
      ...{ refused: "invalid", code: "too-short", message: "Entries are kept for at least 6 years." },
    });
  expect(await pruned(audit, "2026-03-01T00:00:00Z", 7)).toMatchObject({ removed: 0 });
  expect(await pruned(audit, "2027-03-01T00:00:00Z", 7)).toMatchObject({ removed: 4 });
});

test("of an audit that does not verify nothing is removed", async () => {
  const audit = await oldAudit();
  await audit.tamper("update audit_entries set actor = 'Eve' where name = 'one'");
  expect(await pruned(audit, "2026-03-01T00:00:00Z")).toMatchObject({
    ...{ refused: "conflict", code: "does-not-hold" },
    message: expect.stringMatching(/^The audit does not verify, and nothing was removed: The entry of link 1 \(one,/),
  });
  expect(await entries(audit)).toHaveLength(5);
});

test("what is deleted beyond the range that the removal names is found", async () => {
  const audit = await oldAudit();
  await pruned(audit, "2026-01-01T00:01:30Z");
  await audit.tamper("delete from audit_entries where name = 'three'");
  expect((await verified(audit)).faults).toMatchObject([{ seq: 3, code: "entry-gone" }]);
});

test("a link whose entry was removed is still held by the chain", async () => {
  const audit = await oldAudit();
  await pruned(audit, "2026-03-01T00:00:00Z");
  await audit.tamper("update audit_links set at = at - interval '1 day' where seq = 2");
  expect((await verified(audit)).faults).toMatchObject([{ seq: 2, code: "link-changed" }]);
});

const removalOf = (throughSeq: number, before: string) =>
  `insert into audit_entries (system_id, entry_id, at, kind, name, actor, keys, facts, channel, why)
   values (current_setting('evenspan.system')::uuid, gen_random_uuid(), '2026-01-02T00:00:00Z', 'command', 'prune-audit', 'Eve', '{}',
     '{"throughSeq": ${throughSeq}, "before": "${before}", "head": "", "removed": 5}', 'web', 'to hide');
   insert into audit_waiting select system_id, entry_id from audit_entries where name = 'prune-audit'`;

test.each([
  ["younger than the rule lets go of", "2026-01-01T00:00:00.000Z", [1, 2, 3, 4, 5]],
  ["older than what is absent", "2020-01-01T00:02:00.000Z", [3, 4, 5]],
])("a removal that is only claimed, %s, excuses no absence", async (_, before, seqs) => {
  const audit = await oldAudit();
  await audit.tamper(removalOf(5, before), "delete from audit_entries where name <> 'prune-audit'");
  await sealAudit(database.app, audit.systemId);
  expect((await verified(audit)).faults).toMatchObject(seqs.map((seq) => ({ seq, code: "entry-gone" })));
});

test("the app itself may not delete from the audit", async () => {
  const audit = await auditOf(database, 1);
  const deleting = inTenant(database.app, audit.systemId, (trx) => trx.deleteFrom("audit_entries").execute());
  await expect(deleting).rejects.toThrow("permission denied for table audit_entries");
});
