import { type Role, roles } from "./roles.ts";

/** A role that someone holds: in the whole system, at one facility, or for one partner organization. */
export type Grant = Readonly<{ role: Role; facilityId?: string; partnerId?: string }>;

/** Who acts: a name for the record, the person who has signed in (null at the machine itself), and the roles held. */
export type Actor = Readonly<{ name: string; personId: string | null; grants: readonly Grant[] }>;

/** Someone with roles in the whole system and no account here: who works at the machine, a program, a test. */
export const actorWith = (name: string, ...held: readonly Role[]): Actor => ({
  name,
  personId: null,
  grants: held.map((role) => ({ role })),
});

/** Anyone at all: a visitor without an account. */
export const resident: Actor = actorWith("a visitor");

/** Who works at the machine itself, with the database in hand: every role but those of people outside. */
export const operator = (name: string): Actor =>
  actorWith(name, ...roles.filter((role) => role !== "volunteer" && role !== "partner" && role !== "resident"));

/**
 * A grant as the key that the database compares with a row's locks.
 *
 * @example
 * keyOf({ role: "finance" }) // => "finance@*"
 * @example
 * keyOf({ role: "finance", facilityId: "rumc" }) // => "finance@rumc"
 */
export const keyOf = ({ role, facilityId, partnerId }: Grant): string =>
  `${role}@${facilityId ?? (partnerId === undefined ? "*" : `partner:${partnerId}`)}`;

/**
 * All keys of an actor: one a grant, and the person's own.
 *
 * @example
 * keysOf({ name: "Ana", personId: null, grants: [{ role: "analyst" }] }) // => ["analyst@*"]
 */
export const keysOf = ({ personId, grants }: Actor): readonly string[] => [
  ...new Set([...grants.map(keyOf), ...(personId === null ? [] : [`person:${personId}`])]),
];

/**
 * The locks of a row that these roles may see: everywhere, and at its facility where it has one.
 *
 * @example
 * locksFor(["finance"], "rumc") // => ["finance@*", "finance@rumc"]
 */
export const locksFor = (seenBy: readonly Role[], facilityId?: string | null): readonly string[] =>
  seenBy.flatMap((role) => [`${role}@*`, ...(facilityId ? [`${role}@${facilityId}`] : [])]);
