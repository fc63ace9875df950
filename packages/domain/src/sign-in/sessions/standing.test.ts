import { expect, test } from "vitest";
import { type Role, roles, strongRoles } from "../../kernel/roles.ts";
import type { Strength } from "../signed-in.ts";
import { standing } from "./standing.ts";

const person = { personId: "p", name: "Ana", email: "ana@rush.example", language: "en" } as const;
const weak: Role = "analyst";
const strong: Role = "finance";

test.each<[Strength, hasFactor: boolean, held: Role[], next: string, counts: Role[]]>([
  ["password", false, [weak], "done", [weak]],
  ["password", false, [weak, strong], "enrol", [weak]],
  ["password", false, [], "done", []],
  ["password", true, [weak], "second-factor", []],
  ["password", true, [weak, strong], "second-factor", []],
  ["link", false, [weak], "done", [weak]],
  ["link", false, [strong], "enrol", []],
  ["link", true, [weak], "second-factor", []],
  ["provider", false, [weak, strong], "enrol", [weak]],
  ["provider", true, [weak], "done", [weak]],
  ["provider", true, [weak, strong], "second-factor", []],
  ["second-factor", true, [weak, strong], "done", [weak, strong]],
  ["second-factor", false, [weak, strong], "done", [weak, strong]],
])("by %s, an authenticator %s, with %j: %s, and %j count", (strength, hasFactor, held, next, counts) => {
  const grants = held.map((role) => ({ role }));
  const stands = standing(person, grants, strength, hasFactor);
  expect(stands.next).toBe(next);
  expect(stands.actor.grants).toEqual(counts.map((role) => ({ role })));
  expect(stands.actor.personId).toBe(next === "second-factor" ? null : "p");
  expect(new Set(stands.withheld)).toEqual(new Set(held.filter((role) => !counts.includes(role))));
});

test("no strong role ever counts without a second factor", () => {
  for (const role of roles)
    for (const strength of ["password", "link", "provider"] as const)
      for (const hasFactor of [false, true]) {
        const { actor, next } = standing(person, [{ role, facilityId: "rumc" }], strength, hasFactor);
        expect(actor.grants.length === 0 || !strongRoles.has(role)).toBe(true);
        if (strongRoles.has(role)) expect(next).not.toBe("done");
      }
});
