import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Access, atFacility, type Concern, inSystem, mayAct, type Scope } from "./access.rules.ts";
import { type Actor, type Grant, resident } from "./actor.ts";
import { roles } from "./roles.ts";

const me = "00000000-0000-4000-8000-000000000001";
const someoneElse = "00000000-0000-4000-8000-000000000002";
const holding = (...grants: readonly Grant[]): Actor => ({ name: "Ana", personId: me, grants });

/** Whether a role, so held, reaches what concerns this, for each scope that a command may give it. */
const reaches: readonly [held: string, Grant, concerns: string, Concern, Record<Scope, boolean>][] = [
  ["the system", { role: "finance" }, "the system", {}, { system: true, facility: true, partner: false, own: false }],
  [
    "the system",
    { role: "finance" },
    "a facility",
    { facilityId: "rumc" },
    { system: true, facility: true, partner: false, own: false },
  ],
  [
    "a facility",
    { role: "finance", facilityId: "rumc" },
    "the system",
    {},
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "a facility",
    { role: "finance", facilityId: "rumc" },
    "that facility",
    { facilityId: "rumc" },
    { system: false, facility: true, partner: false, own: false },
  ],
  [
    "a facility",
    { role: "finance", facilityId: "rumc" },
    "another",
    { facilityId: "oak-park" },
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "a facility",
    { role: "finance", facilityId: "rumc" },
    "no facility",
    { facilityId: null },
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "a partner",
    { role: "partner", partnerId: "p" },
    "the system",
    {},
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "a partner",
    { role: "partner", partnerId: "p" },
    "that partner",
    { partnerId: "p" },
    { system: false, facility: false, partner: true, own: false },
  ],
  [
    "a partner",
    { role: "partner", partnerId: "p" },
    "another",
    { partnerId: "q" },
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "a partner",
    { role: "partner", partnerId: "rumc" },
    "a facility of the same name",
    { facilityId: "rumc" },
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "a facility",
    { role: "finance", facilityId: "p" },
    "a partner of the same name",
    { partnerId: "p" },
    { system: false, facility: false, partner: false, own: false },
  ],
  [
    "the system",
    { role: "finance" },
    "oneself",
    { personId: me },
    { system: true, facility: true, partner: false, own: true },
  ],
  [
    "a facility",
    { role: "finance", facilityId: "rumc" },
    "oneself",
    { personId: me },
    { system: false, facility: false, partner: false, own: true },
  ],
  [
    "a partner",
    { role: "partner", partnerId: "p" },
    "oneself",
    { personId: me },
    { system: false, facility: false, partner: false, own: true },
  ],
  [
    "the system",
    { role: "finance" },
    "someone else",
    { personId: someoneElse },
    { system: true, facility: true, partner: false, own: false },
  ],
];

test.each(reaches)("a role held for %s (%j), asked about %s (%j)", (_held, grant, _concerns, concern, expected) => {
  const found = Object.fromEntries(
    (Object.keys(expected) as Scope[]).map((scope) => [
      scope,
      mayAct({ [grant.role]: scope }, holding(grant), concern),
    ]),
  );
  expect(found).toEqual(expected);
});

test("who has no account has nothing of their own", () => {
  const nobody: Actor = { name: "a program", personId: null, grants: [{ role: "finance" }] };
  expect(mayAct({ finance: "own" }, nobody, { personId: null })).toBe(false);
  expect(mayAct({ finance: "own" }, nobody, {})).toBe(false);
});

test("one of several roles is enough, and each reaches as far as it does alone", () => {
  const both = holding({ role: "finance", facilityId: "rumc" }, { role: "analyst", facilityId: "oak-park" });
  const access: Access = { finance: "facility", analyst: "facility" };
  expect(["rumc", "oak-park", "copley"].map((facilityId) => mayAct(access, both, { facilityId }))).toEqual([
    true,
    true,
    false,
  ]);
  expect(mayAct({ finance: "facility" }, both, { facilityId: "oak-park" })).toBe(false);
});

test("what is open to residents is open to everyone, and nothing else is open to who has no role", () => {
  expect(mayAct({ resident: "system" }, resident, {})).toBe(true);
  expect(mayAct({ resident: "system" }, holding(), { facilityId: "rumc" })).toBe(true);
  expect(mayAct(inSystem("administrator"), holding(), {})).toBe(false);
  expect(mayAct({}, holding({ role: "administrator" }), {})).toBe(false);
});

test("access is written in one word for several roles", () => {
  expect(inSystem("finance", "reviewer")).toEqual({ finance: "system", reviewer: "system" });
  expect(atFacility("finance")).toEqual({ finance: "facility" });
});

describe("whatever is held and asked", () => {
  const anyGrant = fc.record(
    { role: fc.constantFrom(...roles), facilityId: fc.constantFrom("a", "b"), partnerId: fc.constantFrom("a", "p") },
    { requiredKeys: ["role"] },
  ) as fc.Arbitrary<Grant>;
  const anyAccess = fc.dictionary(
    fc.constantFrom(...roles.filter((role) => role !== "resident")),
    fc.constantFrom("system", "facility", "partner", "own"),
  ) as fc.Arbitrary<Access>;
  const anyConcern = fc.record(
    {
      facilityId: fc.constantFrom("a", "b", null),
      partnerId: fc.constantFrom("a", "p", null),
      personId: fc.constantFrom(me, someoneElse, null),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Concern>;

  test("a role that is not named never helps", () => {
    fc.assert(
      fc.property(anyAccess, fc.array(anyGrant), anyConcern, (access, grants, concern) => {
        const named = grants.filter(({ role }) => access[role] !== undefined);
        expect(mayAct(access, holding(...grants), concern)).toBe(mayAct(access, holding(...named), concern));
      }),
    );
  });

  test("one more role never takes anything away, and the order of roles means nothing", () => {
    fc.assert(
      fc.property(anyAccess, fc.array(anyGrant), anyGrant, anyConcern, (access, grants, more, concern) => {
        const before = mayAct(access, holding(...grants), concern);
        expect(mayAct(access, holding(...grants, more), concern)).toBe(
          before || mayAct(access, holding(more), concern),
        );
        expect(mayAct(access, holding(...grants.toReversed()), concern)).toBe(before);
      }),
    );
  });

  test("what one facility's role may do at its facility, it may not at another", () => {
    fc.assert(
      fc.property(anyAccess, fc.constantFrom(...roles), anyConcern, (access, role, concern) => {
        const here = holding({ role, facilityId: "a" });
        fc.pre(mayAct(access, here, { ...concern, facilityId: "a" }) && access[role] !== "own");
        expect(mayAct(access, here, { ...concern, facilityId: "b" })).toBe(false);
      }),
    );
  });
});
