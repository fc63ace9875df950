import { inTenant } from "@evenspan/database/tenant";
import { testDatabase } from "@evenspan/database/testing";
import { expect, test } from "vitest";
import { act } from "../access/act.ts";
import { abel } from "../access/testing.ts";
import type { Actor } from "../kernel/actor.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { deactivatePerson } from "./deactivate-person.ts";
import { grantRole } from "./grant-role.ts";
import { revokeRole } from "./revoke-role.ts";
import { openStaff, type Staff } from "./testing.ts";

const database = await testDatabase();
const administrator = { role: "administrator" } as const;
const grantIdOf = async ({ ask }: Staff, personId: string, role: string) => {
  const grants = await ask([], (db) =>
    db
      .selectFrom("role_grants")
      .where("person_id", "=", personId)
      .where("role", "=", role as "analyst")
      .select("grant_id")
      .execute(),
  );
  return grants.at(-1)!.grant_id;
};

test("a role is given and taken back, and the audit keeps to whom, which, and why", async () => {
  const office = await openStaff(database);
  const bea = await office.invited("Bea", administrator);
  const ana = await office.invited("Ana", { role: "analyst" });
  const { grantId } = await office.done(bea, grantRole, {
    personId: ana.personId,
    grant: { role: "finance", facilityId: "rumc" },
  });
  const revoked = await office.done(bea, revokeRole, { grantId, reason: "another task" });
  expect(revoked).toEqual({ personId: ana.personId, grant: { role: "finance", facilityId: "rumc" } });
  const entries = await office.ask(["administrator@*"], (db) =>
    db.selectFrom("audit_entries").where("person_id", "=", bea.personId).selectAll().orderBy("at").execute(),
  );
  const kept = { grant: "finance@rumc", grantId, role: "finance", facilityId: "rumc" };
  expect(entries).toMatchObject([
    { name: "grant-role", subject: `person:${ana.personId}`, why: "to give someone a role", facts: kept },
    { name: "revoke-role", subject: `person:${ana.personId}`, why: "another task", facts: kept },
  ]);
});

test("a role is given once, may be given again after it was taken back, and is taken back once", async () => {
  const office = await openStaff(database);
  const ana = await office.invited("Ana", { role: "analyst" });
  const given = { personId: ana.personId, grant: { role: "analyst" } };
  expect(await office.outcome(abel, grantRole, given)).toMatchObject({ refused: "conflict", code: "held" });
  const grantId = await grantIdOf(office, ana.personId, "analyst");
  await office.done(abel, revokeRole, { grantId, reason: "a pause" });
  expect(await office.outcome(abel, revokeRole, { grantId, reason: "a pause" })).toMatchObject({
    ...{ refused: "conflict", code: "revoked", message: `${abel.name} has taken this role back already.` },
  });
  expect((await office.done(abel, grantRole, given)).grantId).not.toBe(grantId);
});

test("nobody gives themselves a role, and the try is written down", async () => {
  const office = await openStaff(database);
  const bea = await office.invited("Bea", administrator);
  expect(await office.outcome(bea, grantRole, { personId: bea.personId, grant: { role: "reviewer" } })).toMatchObject({
    ...{ refused: "forbidden", code: "own-role" },
  });
  const refused = await office.ask(["administrator@*"], (db) =>
    db.selectFrom("audit_entries").where("kind", "=", "refused").select(["name", "person_id"]).execute(),
  );
  expect(refused).toEqual([{ name: "grant-role", person_id: bea.personId }]);
});

test("a closed account holds no role, and a person or a grant that there is not is not found", async () => {
  const office = await openStaff(database);
  const ana = await office.invited("Ana", { role: "analyst" });
  const nobody = "00000000-0000-4000-8000-000000000001";
  await office.done(abel, deactivatePerson, { personId: ana.personId, reason: "moved away" });
  const finance = { role: "finance" };
  expect(await office.outcome(abel, grantRole, { personId: ana.personId, grant: finance })).toMatchObject({
    code: "deactivated",
  });
  expect(await office.outcome(abel, grantRole, { personId: nobody, grant: finance })).toMatchObject({ code: "person" });
  expect(await office.outcome(abel, revokeRole, { grantId: nobody, reason: "to try" })).toMatchObject({
    code: "grant",
  });
});

test("the last administrator's role is not taken back, nor the account closed; that of the last but one is", async () => {
  const office = await openStaff(database);
  const [bea, cato] = [await office.invited("Bea", administrator), await office.invited("Cato", administrator)];
  const taken = async (from: Actor) => ({
    grantId: await grantIdOf(office, from.personId!, "administrator"),
    reason: "to try",
  });
  await office.done(bea, revokeRole, await taken(cato));
  const last = { refused: "conflict", code: "last-administrator" };
  expect(await office.outcome(bea, revokeRole, await taken(bea))).toMatchObject(last);
  expect(await office.outcome(abel, deactivatePerson, { personId: bea.personId, reason: "to try" })).toMatchObject(
    last,
  );
  expect(await office.outcome(abel, revokeRole, await taken(bea))).toMatchObject(last);
});

test("an administrator whose account is closed does not count as one who is left", async () => {
  const office = await openStaff(database);
  const [bea, cato] = [await office.invited("Bea", administrator), await office.invited("Cato", administrator)];
  await office.done(abel, deactivatePerson, { personId: cato.personId, reason: "moved away" });
  expect(await office.outcome(abel, deactivatePerson, { personId: bea.personId, reason: "to try" })).toMatchObject({
    code: "last-administrator",
  });
});

test("of two administrators who take away each other's last way in at once, one is left, however often it is tried", async () => {
  for (let round = 0; round < 6; round++) {
    const office = await openStaff(database);
    const [bea, cato] = [await office.invited("Bea", administrator), await office.invited("Cato", administrator)];
    const ending = async (by: Actor, of: Actor) =>
      round % 2 === 0
        ? office.outcome(by, revokeRole, {
            grantId: await grantIdOf(office, of.personId!, "administrator"),
            reason: "to try",
          })
        : office.outcome(by, deactivatePerson, { personId: of.personId, reason: "to try" });
    const outcomes = await Promise.all([ending(bea, cato), ending(cato, bea)]);
    expect(outcomes.filter((one) => !isRefusal(one))).toHaveLength(1);
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: "conflict", code: "last-administrator" }]);
  }
});

test("a transaction that would not see what was committed meanwhile is not let in", async () => {
  const office = await openStaff(database);
  const ana = await office.invited("Ana", { role: "analyst" });
  const occasion = { systemId: office.systemId, actor: abel, now: office.now(), from: { channel: "web" } } as const;
  for (const isolation of ["repeatable read", "serializable"] as const)
    await expect(
      act(database.app, grantRole, { ...occasion, isolation }, { personId: ana.personId, grant: { role: "finance" } }),
    ).rejects.toThrow("read committed");
});

test("a grant and its end stay as they were written", async () => {
  const office = await openStaff(database);
  await office.invited("Ana", { role: "analyst" });
  for (const table of ["role_grants", "role_revocations"] as const)
    await expect(inTenant(database.app, office.systemId, (db) => db.deleteFrom(table).execute())).rejects.toThrow(
      `permission denied for table ${table}`,
    );
});
