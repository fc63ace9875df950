import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { abel } from "../access/testing.ts";
import { keyOf } from "../kernel/actor.ts";
import { changeOwnSettings } from "./change-own-settings.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { listColleagues } from "./list-colleagues.ts";
import { listPeople } from "./list-people.ts";
import { personRecord } from "./person-record.ts";
import { renamePerson } from "./rename-person.ts";
import { openStaff } from "./testing.ts";

const database = await testDatabase();
const office = await openStaff(database);
const alvaro = await office.invited("Álvaro Díaz", { role: "analyst" });
const zoe = await office.invited("Zoë", { role: "finance", facilityId: "rumc" }, { role: "analyst" });
const ben = await office.invited("ben", { role: "volunteer" });
const pia = await office.invited("Pia", { role: "partner", partnerId: "block-club" });
const gone = await office.invited("Gone", { role: "reviewer" });
const zoesToken = await office.signedIn(zoe);
await office.done(abel, deactivatePerson, { personId: gone.personId, reason: "moved away" });

const names = async (filter: object) => (await office.done(abel, listPeople, filter)).people.map(({ name }) => name);

test("people are listed in the order of a dictionary, with how they stand", async () => {
  const { people, next } = await office.done(abel, listPeople, {});
  expect(next).toBeNull();
  expect(people.map(({ name, state }) => [name, state])).toEqual([
    ["Álvaro Díaz", "invited"],
    ["ben", "invited"],
    ["Gone", "deactivated"],
    ["Pia", "invited"],
    ["Zoë", "active"],
  ]);
  expect(people[4]).toEqual({
    ...{ personId: zoe.personId, name: "Zoë", email: zoe.email, language: "en", state: "active" },
    grants: expect.toSatisfy((grants) => grants.map(keyOf).sort().join() === "analyst@*,finance@rumc"),
    ...{ invitedUntil: expect.any(Date), lastSignInAt: expect.any(Date) },
  });
  expect(people[2]).toMatchObject({ grants: [], invitedUntil: null, lastSignInAt: null });
});

test.each([
  ["a name without its accents", { text: "alvaro diaz" }, ["Álvaro Díaz"]],
  ["a name with accents it does not have", { text: "BÉN" }, ["ben"]],
  ["a part of the mail address", { text: "pia@" }, ["Pia"]],
  ["signs that mean something to a database", { text: "%" }, []],
  ["how they stand", { state: "deactivated" }, ["Gone"]],
  ["a role", { role: "analyst" }, ["Álvaro Díaz", "Zoë"]],
  ["a role that was taken back", { role: "reviewer" }, []],
  ["a facility", { facilityId: "rumc" }, ["Zoë"]],
  ["a role at a facility where another is held", { role: "analyst", facilityId: "rumc" }, []],
  ["all at once", { role: "finance", facilityId: "rumc", state: "active", text: "zoe" }, ["Zoë"]],
])("they are found by %s", async (_, filter, found) => {
  expect(await names(filter)).toEqual(found);
});

test("pages follow each other without a gap or a repetition", async () => {
  const seen: string[] = [];
  let after: unknown;
  do {
    const page = await office.done(abel, listPeople, { limit: 2, ...(after ? { after } : {}) });
    seen.push(...page.people.map(({ name }) => name));
    after = page.next;
  } while (after && seen.length < 20);
  expect(seen).toEqual(["Álvaro Díaz", "ben", "Gone", "Pia", "Zoë"]);
});

test("staff see names and addresses of all whose account is open, wherever they hold their role", async () => {
  const facilityOnly = { ...zoe, grants: [{ role: "finance", facilityId: "rumc" } as const] };
  for (const asker of [alvaro, facilityOnly]) {
    const { people } = await office.done(asker, listColleagues, {});
    expect(people.map(({ name }) => name)).toEqual(["Álvaro Díaz", "ben", "Pia", "Zoë"]);
    expect(Object.keys(people[0]!)).toEqual(["personId", "name", "email"]);
  }
});

test("a volunteer and a partner see themselves and no one else", async () => {
  for (const asker of [ben, pia])
    expect((await office.done(asker, listColleagues, {})).people).toEqual([
      { personId: asker.personId, name: asker.name, email: asker.email },
    ]);
});

test("only an administrator lists people with their roles", async () => {
  for (const asker of [alvaro, zoe, ben, pia])
    expect(await office.outcome(asker, listPeople, {})).toMatchObject({ refused: "forbidden" });
});

test("a record shows roles with history, sessions and the second factor, no secret, and looking is written down", async () => {
  await office.ask([], (db) =>
    db
      .insertInto("second_factors")
      .values({
        system_id: office.systemId,
        person_id: zoe.personId,
        sealed_secret: Buffer.from("sealed"),
        confirmed_at: office.now(),
        last_step: 1,
      })
      .execute(),
  );
  const record = await office.done(abel, personRecord, { personId: zoe.personId });
  expect(record).toMatchObject({
    ...{ name: "Zoë", state: "active", hasPassword: false, hasSecondFactor: true, lastSignInAt: expect.any(Date) },
    sessions: [{ strength: "password", fromAddress: "10.0.0.7", device: "a test", endedAt: null }],
  });
  expect(
    record.grants.map(({ role, facilityId, grantedBy, revokedAt }) => [role, facilityId, grantedBy, revokedAt]),
  ).toEqual([
    ["analyst", null, abel.name, null],
    ["finance", "rumc", abel.name, null],
  ]);
  expect(JSON.stringify(record)).not.toMatch(/token|hash|sealed|[0-9a-f]{64}/);
  expect(JSON.stringify(record)).not.toContain(zoesToken);
  const reads = await office.ask(["administrator@*"], (db) =>
    db.selectFrom("audit_entries").where("kind", "=", "read").select(["name", "subject", "actor"]).execute(),
  );
  expect(reads).toEqual([{ name: "person-record", subject: `person:${zoe.personId}`, actor: abel.name }]);
});

test("everyone sees their own record, and nobody but an administrator another's", async () => {
  for (const asker of [alvaro, ben, pia]) {
    expect(await office.done(asker, personRecord, { personId: asker.personId })).toMatchObject({ name: asker.name });
    expect(await office.outcome(asker, personRecord, { personId: zoe.personId })).toMatchObject({
      refused: "forbidden",
    });
  }
  const nobody = { personId: "00000000-0000-4000-8000-000000000001" };
  expect(await office.outcome(abel, personRecord, nobody)).toMatchObject({ refused: "not-found" });
});

test("a person chooses language and mail, and what is left out stays", async () => {
  await office.done(pia, changeOwnSettings, { language: "es", mail: "never" });
  await office.done(pia, changeOwnSettings, { mail: "at-once" });
  expect(await office.done(pia, personRecord, { personId: pia.personId })).toMatchObject({ language: "es" });
  const choices = await inTenant(
    database.app,
    office.systemId,
    (db) => db.selectFrom("notice_choices").select(["person_id", "mail"]).execute(),
    { as: { personId: pia.personId, keys: [] } },
  );
  expect(choices).toEqual([{ person_id: pia.personId, mail: "at-once" }]);
});

test("nothing to change is no change, and who has no account has no settings", async () => {
  expect(await office.outcome(pia, changeOwnSettings, {})).toMatchObject({ refused: "invalid" });
  expect(await office.outcome(abel, changeOwnSettings, { mail: "never" })).toMatchObject({ refused: "forbidden" });
});

test("another administrator changes how someone is called, and nobody their own name", async () => {
  const bea = await office.invited("Bea", { role: "administrator" });
  expect(await office.outcome(bea, renamePerson, { personId: bea.personId, name: "Zed" })).toMatchObject({
    ...{ refused: "forbidden", code: "own-name" },
  });
  expect(await office.done(bea, renamePerson, { personId: ben.personId, name: " Ben " })).toEqual({
    ...{ personId: ben.personId, before: "ben" },
  });
  expect(await names({ text: "ben@" })).toEqual(["Ben"]);
});
