import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { openOffice } from "../access/testing.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { looking } from "./at-desk.ts";
import { lookAtLink } from "./links/look-at-link.ts";
import { makeLink } from "./links/make-link.ts";
import { passwordHash } from "./passwords/password-hash.ts";
import { setPassword } from "./passwords/set-password.ts";
import { giveSecondFactor } from "./second-factor/give-second-factor.ts";
import { sessionFor } from "./session-for.ts";
import { listSessions } from "./sessions/list-sessions.ts";
import { signOutEverywhere } from "./sessions/sign-out-everywhere.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";
import { codeAt, deskOf, lettersOf, signedInAs, testNow } from "./testing.ts";

const database = await testDatabase();
const rush = await openOffice(database);
const county = await openOffice(database, { systemId: "00000000-0000-4000-8000-000000000313", slug: "county" });
const [atRush, atCounty] = [deskOf(database, rush), deskOf(database, county)];
const [email, password] = ["ana@rush.example", "lentils ripen sideways"];
const given = <T>(outcome: Outcome<T>): T => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};
const open = (office: { systemId: string }, token: string) => sessionFor(database.app, office.systemId, token, testNow);

const ana = await signedInAs(database, rush, {
  name: "Ana",
  email,
  grants: [{ role: "finance" }],
  secondFactor: true,
  password,
});

/** Copies all that Ana has at RUSH to the county, with the same ids, address and tokens; there she is a volunteer. */
for (const table of ["people", "passwords", "second_factors", "sessions"] as const) {
  const rows = await looking(atRush, (trx) => trx.selectFrom(table).selectAll().execute());
  for (const row of rows)
    await inTenant(database.app, county.systemId, (trx) =>
      trx
        .insertInto(table)
        .values({ ...row, system_id: county.systemId } as never)
        .execute(),
    );
}
await county.ask((trx) =>
  trx
    .insertInto("role_grants")
    .values({
      ...{ system_id: county.systemId, grant_id: ana.personId, person_id: ana.personId, role: "volunteer" },
      ...{ granted_by: "a test", granted_at: testNow },
    })
    .execute(),
);

test("one token, two systems: in each its own session, with the roles held there", async () => {
  expect((await open(rush, ana.token))?.actor.grants).toEqual([{ role: "finance" }]);
  expect((await open(county, ana.token))?.actor.grants).toEqual([{ role: "volunteer" }]);
  const elsewhere = await signedInAs(database, rush, { name: "Rosa", email: "rosa@rush.example" });
  expect(await open(county, elsewhere.token)).toBeNull();
  expect(given(await listSessions(atCounty, { token: ana.token }))).toHaveLength(1);
});

test("a password of one system opens no other; failures in one pause no other", async () => {
  const other = await passwordHash("herons wade at breakfast");
  await looking(atCounty, (trx) => setPassword(trx, atCounty, ana.personId, other));
  const signIn = (desk: typeof atRush, said: string) => signInWithPassword(desk, { email, password: said, device: "" });
  for (let nth = 0; nth < 5; nth++) expect(await signIn(atCounty, password)).toMatchObject({ code: "no-match" });
  expect(await signIn(atCounty, "herons wade at breakfast")).toMatchObject({ code: "paused" });
  expect(await signIn(atRush, password)).toMatchObject({ next: "second-factor" });
});

test("a secret that was copied to another system does not open there", async () => {
  const code = codeAt(ana.totpSecret!);
  await expect(giveSecondFactor(atCounty, { token: ana.token, code, device: "" })).rejects.toThrow("does not open");
});

test("a link and a letter of one system are nothing in the other", async () => {
  const { linkToken } = await looking(atRush, (trx) =>
    makeLink(trx, atRush, { personId: ana.personId, purpose: "password-reset", madeBy: "Abel" }),
  );
  expect(await lookAtLink(atRush, { linkToken, purpose: "password-reset" })).toMatchObject({ email });
  expect(await lookAtLink(atCounty, { linkToken, purpose: "password-reset" })).toMatchObject({ code: "link" });
  expect(await lettersOf(database, county)).toEqual([]);
});

test("signing out everywhere in one system ends nothing in the other", async () => {
  expect(given(await signOutEverywhere(atCounty, { token: ana.token }))).toEqual({ ended: 1 });
  expect([await open(county, ana.token), await open(rush, ana.token)]).toEqual([null, expect.anything()]);
});
