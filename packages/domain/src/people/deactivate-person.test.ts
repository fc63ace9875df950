import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { abel } from "../access/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { makeLink } from "../sign-in/links/make-link.ts";
import { sessionFor } from "../sign-in/session-for.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { grantRole } from "./grant-role.ts";
import { personRecord } from "./person-record.ts";
import { reactivatePerson } from "./reactivate-person.ts";
import { openStaff } from "./testing.ts";

const database = await testDatabase();
const office = await openStaff(database);
const session = (token: string) => sessionFor(database.app, office.systemId, token, office.now());
const entriesOf = (personId: string, name: string) =>
  office.ask(["administrator@*"], (db) =>
    db
      .selectFrom("audit_entries")
      .where("subject", "=", `person:${personId}`)
      .where("name", "=", name)
      .select(["why", "facts", "kind", "from_address", "request_id"])
      .orderBy("at")
      .execute(),
  );

test("an account is closed at once: sessions, links and roles end together, and the reason is kept", async () => {
  const ana = await office.invited("Ana", { role: "analyst" }, { role: "finance", facilityId: "rumc" });
  const tokens = [await office.signedIn(ana), await office.signedIn(ana)];
  await office.ask(["sign-in"], (db) =>
    makeLink(
      db,
      { systemId: office.systemId, now: office.now() },
      { personId: ana.personId, purpose: "password-reset", madeBy: "Ana" },
    ),
  );
  expect(await session(tokens[0]!)).toMatchObject({ person: { name: "Ana" } });
  const ended = { personId: ana.personId, already: false, sessions: 2, links: 2, roles: 2 };
  expect(await office.done(abel, deactivatePerson, { personId: ana.personId, reason: "left the hospital" })).toEqual(
    ended,
  );
  for (const token of tokens) expect(await session(token)).toBeNull();
  const record = await office.done(abel, personRecord, { personId: ana.personId });
  expect(record).toMatchObject({ state: "deactivated", deactivatedAt: expect.any(Date), invitedUntil: null });
  expect(record.grants).toMatchObject([
    { role: "analyst", revokedBy: abel.name, reason: "left the hospital" },
    { role: "finance", revokedBy: abel.name, reason: "left the hospital" },
  ]);
  expect(record.sessions.map(({ endedWhy }) => endedWhy)).toEqual(["deactivated", "deactivated"]);
  const { personId: _, ...facts } = ended;
  expect(await entriesOf(ana.personId, "deactivate-person")).toEqual([
    { why: "left the hospital", facts, kind: "command", from_address: "10.0.0.7", request_id: "r1" },
  ]);
});

test("a directory names a person by mail address, and may say it twice", async () => {
  const noor = await office.invited("Noor", { role: "volunteer" });
  const asked = { email: " NOOR@rush.example ", reason: "removed from the directory" };
  expect(await office.done(abel, deactivatePerson, asked)).toMatchObject({ already: false, roles: 1, links: 1 });
  expect(await office.done(abel, deactivatePerson, asked)).toEqual({
    ...{ personId: noor.personId, already: true, sessions: 0, links: 0, roles: 0 },
  });
  expect(await entriesOf(noor.personId, "deactivate-person")).toHaveLength(2);
});

test.each([
  ["nobody", { reason: "to try" }, { refused: "invalid" }],
  [
    "two at once",
    { personId: "00000000-0000-4000-8000-000000000001", email: "a@b.example", reason: "to try" },
    { refused: "invalid" },
  ],
  ["who is not here", { email: "nobody@rush.example", reason: "to try" }, { refused: "not-found", code: "person" }],
  ["without a reason", { email: "noor@rush.example", reason: " " }, { fields: { reason: "say why, in a few words" } }],
])("%s is not closed", async (_, asked, refusal) => {
  expect(await office.outcome(abel, deactivatePerson, asked)).toMatchObject(refusal);
});

test("where the last administrator is refused, nothing of it was done", async () => {
  const bea = await office.invited("Bea", { role: "administrator" });
  const token = await office.signedIn(bea);
  const refused = await office.outcome(abel, deactivatePerson, { personId: bea.personId, reason: "to try" });
  expect(isRefusal(refused) && refused.code).toBe("last-administrator");
  expect(await session(token)).toMatchObject({ person: { personId: bea.personId } });
  expect(await office.done(abel, personRecord, { personId: bea.personId })).toMatchObject({
    ...{ state: "active", deactivatedAt: null, grants: [{ role: "administrator", revokedAt: null }] },
  });
});

test("an account that is opened again holds no role until someone gives one", async () => {
  const juno = await office.invited("Juno", { role: "analyst" });
  await office.signedIn(juno);
  expect(await office.outcome(abel, reactivatePerson, { personId: juno.personId })).toMatchObject({ code: "open" });
  await office.done(abel, deactivatePerson, { personId: juno.personId, reason: "on leave" });
  await office.done(abel, reactivatePerson, { personId: juno.personId });
  const token = await office.signedIn(juno);
  expect((await session(token))!.actor.grants).toEqual([]);
  await office.done(abel, grantRole, { personId: juno.personId, grant: { role: "analyst" } });
  expect((await session(token))!.actor.grants).toEqual([{ role: "analyst" }]);
});
