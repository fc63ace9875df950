import { expect, test } from "vitest";
import { type Actor, actorWith, keyOf, keysOf, locksFor, operator, resident } from "./actor.ts";
import { roles, staffRoles, strongRoles } from "./roles.ts";

const personId = "00000000-0000-4000-8000-000000000001";

test.each([
  [{ role: "finance" }, "finance@*"],
  [{ role: "finance", facilityId: "rumc" }, "finance@rumc"],
  [{ role: "partner", partnerId: "block-club" }, "partner@partner:block-club"],
] as const)("%j is the key %s", (grant, key) => {
  expect(keyOf(grant)).toBe(key);
});

test("a partner organization and a facility of one name are two keys", () => {
  expect(keyOf({ role: "partner", partnerId: "rumc" })).not.toBe(keyOf({ role: "partner", facilityId: "rumc" }));
});

test("who has signed in holds one key a role, and their own; a role held twice is one key", () => {
  const ines: Actor = {
    ...{ name: "Inés", personId },
    grants: [{ role: "finance", facilityId: "rumc" }, { role: "analyst" }, { role: "analyst" }],
  };
  expect(keysOf(ines)).toEqual(["finance@rumc", "analyst@*", `person:${personId}`]);
});

test("a visitor holds no key", () => {
  expect(keysOf(resident)).toEqual([]);
});

test("who works at the machine is every one of the office's own people, in the whole system, and no outsider", () => {
  const { grants, personId: nobody } = operator("Abel");
  expect(nobody).toBeNull();
  expect(grants.map(({ role }) => role)).toEqual([...staffRoles]);
  expect(grants.every((grant) => Object.keys(grant).length === 1)).toBe(true);
});

test("a row's locks are opened by these roles everywhere and at its facility, and by no other key", () => {
  expect(locksFor(["finance", "reviewer"], "rumc")).toEqual([
    "finance@*",
    "finance@rumc",
    "reviewer@*",
    "reviewer@rumc",
  ]);
  for (const none of [undefined, null, ""]) expect(locksFor(["finance"], none)).toEqual(["finance@*"]);
  const locks = new Set(locksFor(["finance"], "rumc"));
  const opens = (actor: Actor) => keysOf(actor).some((key) => locks.has(key));
  expect(opens(actorWith("Ana", "finance"))).toBe(true);
  expect(opens({ name: "Ana", personId, grants: [{ role: "finance", facilityId: "oak-park" }] })).toBe(false);
  expect(opens({ name: "Ana", personId, grants: [{ role: "analyst" }, { role: "partner", partnerId: "rumc" }] })).toBe(
    false,
  );
});

test("roles that change others' rights, money or what the public sees are strong, and belong to staff", () => {
  expect([...strongRoles]).toEqual(["administrator", "finance", "reviewer"]);
  for (const role of strongRoles) expect(staffRoles.has(role)).toBe(true);
  expect(roles.filter((role) => !staffRoles.has(role))).toEqual(["volunteer", "partner", "resident"]);
});
