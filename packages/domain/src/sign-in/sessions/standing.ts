import type { Actor, Grant } from "../../kernel/actor.ts";
import { type Role, strongRoles } from "../../kernel/roles.ts";
import type { Next, SignedInPerson, Strength } from "../signed-in.ts";

/** What a session has and what it lacks. */
type Standing = Readonly<{ actor: Actor; withheld: readonly Role[]; next: Next }>;

/**
 * What someone may do at the strength of a session, and what it still needs.
 *
 * With a second factor everything counts. Strong roles never count without one. Who has an authenticator gives a code
 * before anything counts, unless an identity provider vouches for the person and no strong role is held.
 *
 * @example
 * standing({ personId: "p", name: "Rosa", email: "", language: "es" }, [{ role: "reviewer" }], "password", false).next // => "enrol"
 */
export function standing(
  { personId, name }: SignedInPerson,
  grants: readonly Grant[],
  strength: Strength,
  hasSecondFactor: boolean,
): Standing {
  if (strength === "second-factor") return { actor: { name, personId, grants }, withheld: [], next: "done" };
  const strong = rolesOf(grants).filter((role) => strongRoles.has(role));
  if (hasSecondFactor && (strength !== "provider" || strong.length > 0))
    return { actor: { name, personId: null, grants: [] }, withheld: rolesOf(grants), next: "second-factor" };
  const actor = { name, personId, grants: grants.filter(({ role }) => !strongRoles.has(role)) };
  return { actor, withheld: strong, next: strong.length === 0 ? "done" : "enrol" };
}

const rolesOf = (grants: readonly Grant[]): readonly Role[] => [...new Set(grants.map(({ role }) => role))];
