import { randomUUID } from "node:crypto";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { chainStart, linkHash, linkTo, type StoredEntry, sealAudit } from "./seal-audit.ts";
import { auditOf, type TestAudit } from "./testing.ts";
import { verifyAudit } from "./verify-audit.ts";

const database = await testDatabase();
const verified = ({ systemId }: TestAudit, head?: string) => verifyAudit(database.app, systemId, { head });
const linkNamed = (name: string) =>
  `(select seq from audit_links join audit_entries using (system_id, entry_id) where name = '${name}')`;
const entryOf = (seq: number) => `(select entry_id from audit_links where seq = ${seq})`;
const insert = (name: string, at: string) =>
  `insert into audit_entries (system_id, entry_id, at, kind, name, actor, keys, facts, channel, why)
   values (current_setting('evenspan.system')::uuid, '${randomUUID()}', '${at}', 'command', '${name}', 'Eve', '{}', '{}', 'web', 'to hide')`;

test("an audit that nobody touched holds, and its head is the hash that its entries give", async () => {
  const audit = await auditOf(database, 6);
  const { rows } = await (async () => {
    const client = await database.owner.connect();
    await client.query(`begin; set local evenspan.system = '${audit.systemId}'`);
    const found = await client.query<StoredEntry>("select * from audit_entries order by at");
    await client.query("commit");
    client.release();
    return found;
  })();
  const head = rows.reduce((before, entry) => linkHash(before, linkTo(entry)), chainStart);
  expect(await verified(audit)).toEqual({
    ...{ holds: true, links: 6, removed: 0, waiting: 0, head, faultCount: 0, faults: [] },
  });
  expect(await verified(audit, head)).toMatchObject({ holds: true });
});

test("an audit in which nothing was ever done holds, and begins with the start of the chain", async () => {
  const audit = await auditOf(database, 0);
  expect(await verified(audit)).toMatchObject({ holds: true, links: 0, head: chainStart });
  expect(await verified(audit, chainStart)).toMatchObject({ holds: true });
});

test("an entry that is written and not joined yet waits, and is no fault; joined, it counts", async () => {
  const audit = await auditOf(database, 2);
  await audit.tamper(
    insert("late", "2026-01-02T03:30:00Z"),
    "insert into audit_waiting select system_id, entry_id from audit_entries where name = 'late'",
  );
  expect(await verified(audit)).toMatchObject({ holds: true, links: 2, waiting: 1 });
  expect(await sealAudit(database.app, audit.systemId)).toBe(1);
  expect(await verified(audit)).toMatchObject({ holds: true, links: 3, waiting: 0 });
});

test("without the key to the audit nothing can be verified, and nothing passes for true", async () => {
  const audit = await auditOf(database, 3);
  const seen = await inTenant(database.app, audit.systemId, (trx) => verifyAudit(trx, audit.systemId));
  expect(seen).toMatchObject({ holds: false, faultCount: 3 });
});

const tampered: readonly [
  string,
  readonly string[],
  readonly Readonly<{ seq: number; code: string; says: string }>[],
][] = [
  [
    "facts that were changed",
    ["update audit_entries set facts = '{\"name\": \"nothing\"}' where name = 'three'"],
    [{ seq: 3, code: "entry-changed", says: "The entry of link 3 (three, 2026-01-02T03:02:00.000Z) is not the one" }],
  ],
  [
    "another person's name under an entry",
    ["update audit_entries set actor = 'Somebody else' where name = 'one'"],
    [{ seq: 1, code: "entry-changed", says: "The entry of link 1 (one," }],
  ],
  [
    "a moment that was moved, in the entry and in its link",
    [
      "update audit_entries set at = at - interval '1 day' where name = 'two'",
      "update audit_links set at = at - interval '1 day' where seq = 2",
    ],
    [
      { seq: 2, code: "link-changed", says: "Link 2 does not follow from the one before it" },
      { seq: 2, code: "entry-changed", says: "The entry of link 2" },
    ],
  ],
  [
    "an entry that was deleted in the middle",
    ["delete from audit_entries where name = 'three'"],
    [{ seq: 3, code: "entry-gone", says: "The entry of link 3 is gone" }],
  ],
  [
    "an entry that was deleted with its link",
    [`delete from audit_links where seq = ${linkNamed("three")}`, "delete from audit_entries where name = 'three'"],
    [{ seq: 3, code: "links-missing", says: "Link 3 of the chain is missing." }],
  ],
  [
    "several links that were deleted, their entries left",
    ["delete from audit_links where seq in (2, 3)"],
    [
      { seq: 2, code: "links-missing", says: "Links 2 to 3 of the chain are missing." },
      {
        seq: 1,
        code: "entry-unlinked",
        says: "The entry two of 2026-01-02T03:01:00.000Z is in no link: it was put in past the chain, after link 1",
      },
      { seq: 1, code: "entry-unlinked", says: "The entry three" },
    ],
  ],
  [
    "the last entry deleted",
    ["delete from audit_entries where name = 'six'"],
    [{ seq: 6, code: "entry-gone", says: "The entry of link 6 is gone" }],
  ],
  [
    "two entries that changed places",
    [
      `create temp table was on commit drop as select seq, entry_id, at, entry_hash from audit_links where seq in (2, 3)`,
      "update audit_links set entry_id = gen_random_uuid() where seq = 3",
      "update audit_links l set entry_id = w.entry_id, at = w.at, entry_hash = w.entry_hash from was w where l.seq = 2 and w.seq = 3",
      "update audit_links l set entry_id = w.entry_id, at = w.at, entry_hash = w.entry_hash from was w where l.seq = 3 and w.seq = 2",
    ],
    [
      { seq: 2, code: "link-changed", says: "Link 2 does not follow" },
      { seq: 3, code: "link-changed", says: "Link 3 does not follow" },
    ],
  ],
  [
    "two links that changed places",
    [
      "update audit_links set seq = 99 where seq = 4",
      "update audit_links set seq = 4 where seq = 5",
      "update audit_links set seq = 5 where seq = 99",
    ],
    [
      { seq: 4, code: "link-changed", says: "Link 4 does not follow" },
      { seq: 5, code: "link-changed", says: "Link 5 does not follow" },
      { seq: 6, code: "link-changed", says: "Link 6 does not follow" },
    ],
  ],
  [
    "an entry that was put in beside the chain",
    [insert("planted", "2026-01-02T03:02:30Z")],
    [
      {
        seq: 3,
        code: "entry-unlinked",
        says: "The entry planted of 2026-01-02T03:02:30.000Z is in no link: it was put in past the chain, after link 3",
      },
    ],
  ],
  [
    "an entry that was put in with a link, the others moved up",
    [
      insert("planted", "2026-01-02T03:02:30Z"),
      "update audit_links set seq = seq + 100 where seq > 3",
      "update audit_links set seq = seq - 99 where seq > 100",
      `insert into audit_links select system_id, 4, entry_id, at, '${"a".repeat(64)}', '${"b".repeat(64)}' from audit_entries where name = 'planted'`,
    ],
    [
      { seq: 4, code: "link-changed", says: "Link 4 does not follow" },
      { seq: 4, code: "entry-changed", says: "The entry of link 4 (planted," },
      { seq: 5, code: "link-changed", says: "Link 5 does not follow" },
    ],
  ],
  [
    "an entry exchanged for another one",
    [
      insert("planted", "2026-01-02T03:02:00Z"),
      `update audit_links set entry_id = (select entry_id from audit_entries where name = 'planted') where entry_id = ${entryOf(3)}`,
      "delete from audit_entries where name = 'three'",
    ],
    [
      { seq: 3, code: "link-changed", says: "Link 3 does not follow" },
      { seq: 3, code: "entry-changed", says: "The entry of link 3 (planted," },
    ],
  ],
];

test.each(tampered)("%s is found, and said with its place", async (_, statements, expected) => {
  const audit = await auditOf(database, 6);
  await audit.tamper(...statements);
  const { holds, faultCount, faults } = await verified(audit);
  expect([holds, faultCount]).toEqual([false, expected.length]);
  expect(faults).toEqual(
    expected.map(({ seq, code, says }) => ({
      seq,
      code,
      message: expect.stringMatching(new RegExp(`^${says.replace(/[().]/g, "\\$&")}`)),
    })),
  );
});

test("an end that was cut off is found by the head that was kept elsewhere, and by nothing else", async () => {
  const audit = await auditOf(database, 6);
  const { head } = await verified(audit);
  await audit.tamper("delete from audit_links where seq = 6", "delete from audit_entries where name = 'six'");
  expect(await verified(audit)).toMatchObject({ holds: true, links: 5 });
  expect((await verified(audit, head)).faults).toEqual([
    {
      seq: null,
      code: "head-unknown",
      message: `The head that was kept, ${head}, is in no link: links were cut off, or made anew.`,
    },
  ]);
});

test("a chain that was made anew from the first changed entry on is found by the head that was kept elsewhere", async () => {
  const audit = await auditOf(database, 4);
  const { head } = await verified(audit);
  await audit.tamper(
    "update audit_entries set actor = 'Somebody else' where name = 'two'",
    "insert into audit_waiting select system_id, entry_id from audit_entries",
    "delete from audit_links",
  );
  await sealAudit(database.app, audit.systemId);
  expect(await verified(audit)).toMatchObject({ holds: true, links: 4 });
  expect(await verified(audit, head)).toMatchObject({ holds: false, faultCount: 1 });
});

test("an earlier head is still found when more has been done since", async () => {
  const audit = await auditOf(database, 3);
  const { head } = await verified(audit);
  await audit.write("later", "2026-02-01T00:00:00Z");
  expect(await verified(audit, head)).toMatchObject({ holds: true, links: 4 });
});

test("a moment finer than the hash can tell is not taken by the table", async () => {
  const audit = await auditOf(database, 1);
  await expect(audit.tamper("update audit_entries set at = at + interval '1 microsecond'")).rejects.toThrow(
    "audit_entries_at_check",
  );
});

test("one system's audit is not touched by another's fault", async () => {
  const [one, other] = [await auditOf(database, 3), await auditOf(database, 3)];
  await one.tamper("delete from audit_entries");
  expect(await verified(one)).toMatchObject({ holds: false, faultCount: 3 });
  expect(await verified(other)).toMatchObject({ holds: true });
});
