import { randomUUID } from "node:crypto";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../access/testing.ts";
import { looking } from "./at-desk.ts";
import { sessionFor } from "./session-for.ts";
import { deskOf, signedInAs, testNow } from "./testing.ts";

const database = await testDatabase();
const office = await openOffice(database);
const { systemId } = office;
const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const at = (token: string, minutes = 0) => sessionFor(database.app, systemId, token, later(minutes));

let people = 0;
const someone = (grants: Parameters<typeof signedInAs>[2]["grants"] = [{ role: "analyst" }], secondFactor = false) =>
  signedInAs(database, office, { name: "Ana", email: `ana-${++people}@rush.example`, grants, secondFactor });

test("a token opens its session, and no other text does", async () => {
  const { token, personId } = await someone();
  expect(await at(token)).toMatchObject({ person: { personId }, actor: { personId, grants: [{ role: "analyst" }] } });
  for (const other of ["", "x", token.slice(1), `${token} `, token.toLowerCase(), "\0", "'; drop table sessions"])
    expect(await at(other)).toBeNull();
});

test("a session that is idle for 30 minutes has ended; used again and again it lasts 12 hours, and no longer", async () => {
  const idle = await someone();
  expect(await at(idle.token, 29.99)).not.toBeNull();
  expect(await at(idle.token, 29.99 + 30)).toBeNull();
  const { token } = await someone();
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) expect(await at(token, minutes)).not.toBeNull();
  expect(await at(token, 12 * 60 - 0.01)).not.toBeNull();
  expect(await at(token, 12 * 60)).toBeNull();
});

test("that a session was used is written down at most once a minute", async () => {
  const { token, personId } = await someone();
  const seen = async () => {
    const row = (trx: Parameters<Parameters<typeof office.ask>[0]>[0]) =>
      trx.selectFrom("sessions").select("seen_at").where("person_id", "=", personId).executeTakeFirstOrThrow();
    return (await office.ask(row)).seen_at;
  };
  await at(token, 0.99);
  expect(await seen()).toEqual(testNow);
  await at(token, 1);
  expect(await seen()).toEqual(later(1));
  await at(token, 1.5);
  expect(await seen()).toEqual(later(1));
});

test("a role that is given or taken back, and a deactivation, count at the next request", async () => {
  const { token, personId } = await someone([]);
  expect((await at(token))?.actor.grants).toEqual([]);
  const of = { system_id: systemId, grant_id: randomUUID() };
  const given = { granted_by: "a test", granted_at: testNow };
  await office.ask((trx) =>
    trx
      .insertInto("role_grants")
      .values({ ...of, ...given, person_id: personId, role: "volunteer" })
      .execute(),
  );
  expect((await at(token))?.actor.grants).toEqual([{ role: "volunteer" }]);
  const back = { revoked_by: "a test", revoked_at: testNow, reason: "moved away" };
  await office.ask((trx) =>
    trx
      .insertInto("role_revocations")
      .values({ ...of, ...back })
      .execute(),
  );
  expect((await at(token))?.actor.grants).toEqual([]);
  await looking(deskOf(database, office), (trx) =>
    trx.updateTable("people").set({ deactivated_at: testNow }).where("person_id", "=", personId).execute(),
  );
  expect(await at(token)).toBeNull();
});

test("a strong role waits for a second factor, and the other roles count meanwhile", async () => {
  const grants = [{ role: "administrator" }, { role: "analyst" }, { role: "finance" }] as const;
  const half = await at((await someone(grants)).token);
  expect(half).toMatchObject({ next: "enrol", withheld: ["administrator", "finance"] });
  expect(half?.actor.grants).toEqual([{ role: "analyst" }]);
  const full = await at((await someone(grants, true)).token);
  expect(full).toMatchObject({ next: "done", withheld: [], hasSecondFactor: true, strength: "second-factor" });
  expect(full?.actor.grants).toEqual(grants);
});

test("who has set up an authenticator since is to give a code before this session does anything more", async () => {
  const { token, personId } = await someone();
  const sealed_secret = Buffer.alloc(49);
  await office.ask((trx) =>
    trx
      .insertInto("second_factors")
      .values({ system_id: systemId, person_id: personId, sealed_secret, confirmed_at: testNow, last_step: 0 })
      .execute(),
  );
  expect(await at(token)).toMatchObject({
    ...{ next: "second-factor", withheld: ["analyst"], actor: { personId: null, grants: [] }, person: { personId } },
  });
});
