import { randomUUID } from "node:crypto";
import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { act } from "../access/act.ts";
import { type Actor, actorWith } from "../kernel/actor.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { auditCsv, exportAudit } from "./export-audit.ts";
import { listAudit } from "./list-audit.ts";
import { type NewEntry, recordEntry } from "./record-entry.ts";
import { auditOf, wren } from "./testing.ts";

const database = await testDatabase();
const { systemId } = await auditOf(database, 0);
const ines: Actor = { name: "Inés", personId: randomUUID(), grants: [{ role: "finance", facilityId: "rumc" }] };
const eve: Actor = { name: "=Eve()", personId: randomUUID(), grants: [{ role: "volunteer" }] };

const written = (actor: Actor, at: string, entry: Omit<NewEntry, "why">) =>
  inTenant(database.app, systemId, (db) =>
    recordEntry(
      { db, systemId, actor, now: new Date(at), from: { channel: "web", address: "10.0.0.9", requestId: "r1" } },
      { why: "to try", ...entry },
    ),
  );
// The first two stand on either side of a midnight in Chicago.
await written(wren, "2026-01-02T05:59:59.999Z", { kind: "command", name: "found-system" });
await written(ines, "2026-01-02T06:00:00Z", { kind: "read", name: "person-record", subject: "person:1" });
await written(ines, "2026-01-02T06:00:00Z", { kind: "command", name: "keep-entry", facts: { facilityId: "oak-park" } });
await written(eve, "2026-01-03T12:00:00Z", { kind: "refused", name: "keep-entry" });
await written(wren, "2026-01-04T12:00:00Z", { kind: "export", name: "export-records", subject: "person:1" });

const occasion = (actor: Actor, at = "2026-02-01T00:00:00Z") =>
  ({ systemId, actor, now: new Date(at), from: { channel: "web" } }) as const;
async function listed(filter: object) {
  const page = await act(database.app, listAudit, occasion(wren), filter);
  if (isRefusal(page)) throw new Error(page.message);
  return page;
}
const names = async (filter: object) => (await listed(filter)).entries.map(({ kind, name }) => `${kind} ${name}`);

test("all is listed, the newest first, with who, what, when, from where and why", async () => {
  const { entries, next } = await listed({});
  expect(next).toBeNull();
  expect(entries.map(({ actor }) => actor)).toEqual([wren.name, "=Eve()", "Inés", "Inés", wren.name]);
  expect(entries[1]).toEqual({
    ...{ entryId: expect.any(String), at: new Date("2026-01-03T12:00:00Z"), kind: "refused", name: "keep-entry" },
    ...{ personId: eve.personId, actor: "=Eve()", keys: ["volunteer@*", `person:${eve.personId}`], subject: null },
    ...{ facts: {}, channel: "web", fromAddress: "10.0.0.9", requestId: "r1", why: "to try" },
  });
});

test.each([
  ["a person", { personId: ines.personId }, 2],
  ["a kind", { kind: "refused" }, 1],
  ["a command", { name: "keep-entry" }, 2],
  ["a thing", { subject: "person:1" }, 2],
  ["a facility, by the role that was held there", { facilityId: "rumc" }, 2],
  ["a facility, by the facts", { facilityId: "oak-park" }, 1],
  ["a facility where nothing was done", { facilityId: "copley" }, 0],
  ["days from one on, in Chicago", { fromOn: "2026-01-02" }, 4],
  ["days until one, in Chicago", { untilOn: "2026-01-01" }, 1],
  ["one day", { fromOn: "2026-01-02", untilOn: "2026-01-02" }, 2],
  ["all of it at once", { personId: ines.personId, kind: "command", name: "keep-entry", fromOn: "2026-01-02" }, 1],
])("it is filtered by %s", async (_, filter, found) => {
  expect(await names(filter)).toHaveLength(found);
});

test("pages follow each other without a gap or a repetition, where moments are the same, too", async () => {
  const seen: string[] = [];
  let after: string | null | undefined;
  for (let pages = 0; after !== null; pages++) {
    expect(pages).toBeLessThan(6);
    const page = await listed({ limit: 1, ...(after === undefined ? {} : { after }) });
    seen.push(...page.entries.map(({ entryId }) => entryId));
    after = page.next;
  }
  expect(seen).toEqual((await listed({})).entries.map(({ entryId }) => entryId));
  expect(seen).toHaveLength(5);
});

test.each(["", "2026", "x_y", "2026-01-02T06:00:00Z_1 or 1=1"])("%j is no mark of a page", async (after) => {
  expect(await act(database.app, listAudit, occasion(wren), { after })).toMatchObject({
    ...{ refused: "invalid", fields: { after: "the mark that the page before gave" } },
  });
});

test("only an administrator of the whole system sees it", async () => {
  for (const actor of [ines, eve, actorWith("Ana", "analyst", "reviewer")])
    for (const asked of [listAudit, exportAudit])
      expect(
        await act(database.app, asked as typeof listAudit, occasion(actor, "2026-03-01T00:00:00Z"), {}),
      ).toMatchObject({
        refused: "forbidden",
      });
});

test("an export is the same list as CSV, harmless in a spreadsheet, and is itself written down", async () => {
  const pieces = await auditCsv(database.app, occasion(wren), { kind: "refused" });
  if (isRefusal(pieces)) throw new Error(pieces.message);
  let csv = "";
  for await (const piece of pieces) csv += piece;
  expect(csv).toBe(
    `at,kind,name,who,person,held,subject,why,facts,channel,address,request\r
2026-01-03T12:00:00.000Z,refused,keep-entry,'=Eve(),${eve.personId},volunteer@* person:${eve.personId},,to try,{},web,10.0.0.9,r1\r
`,
  );
  expect((await listed({ name: "export-audit", kind: "export" })).entries).toMatchObject([
    { kind: "export", subject: "audit", facts: { kind: "refused", entries: 1 }, actor: wren.name },
  ]);
});

test("an export of all has every entry from before it once, and not its own", async () => {
  const before = await listed({ limit: 500 });
  const pieces = await auditCsv(database.app, occasion(wren, "2026-04-01T00:00:00Z"), {});
  if (isRefusal(pieces)) throw new Error(pieces.message);
  let lines = 0;
  for await (const piece of pieces) lines += piece.split("\r\n").length - 1;
  expect(lines).toBe(1 + before.entries.length);
});

test("who may not export gets nothing", async () => {
  expect(await auditCsv(database.app, occasion(ines, "2026-05-01T00:00:00Z"), {})).toMatchObject({
    refused: "forbidden",
  });
});
