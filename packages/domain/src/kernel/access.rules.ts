import type { Actor, Grant } from "./actor.ts";
import type { Role } from "./roles.ts";

/**
 * How far a role reaches in a command or query.
 *
 * - `system`: only a role held in the whole system.
 * - `facility`: also a role held at the facility that the matter concerns.
 * - `partner`: only the role held for the partner organization concerned.
 * - `own`: only what concerns the person who asks.
 */
export type Scope = "system" | "facility" | "partner" | "own";

/** Which roles may, and how far. A role that is not named may not. The access table is printed from these. */
export type Access = Readonly<Partial<Record<Role, Scope>>>;

/** What a command concerns; what is not said concerns the whole system. */
export type Concern = Readonly<{ facilityId?: string | null; partnerId?: string | null; personId?: string | null }>;

/** These roles, in the whole system. */
export const inSystem = (...roles: readonly Role[]): Access =>
  Object.fromEntries(roles.map((role) => [role, "system" as const]));

/** These roles, in the whole system or at the facility concerned. */
export const atFacility = (...roles: readonly Role[]): Access =>
  Object.fromEntries(roles.map((role) => [role, "facility" as const]));

/** Whether someone may do what concerns this: the one rule behind every command and query. Everyone is a resident. */
export const mayAct = (access: Access, actor: Actor, concern: Concern): boolean =>
  access.resident !== undefined ||
  actor.grants.some((grant) => reaches(access[grant.role], grant, concern, actor.personId));

function reaches(scope: Scope | undefined, grant: Grant, concern: Concern, personId: string | null): boolean {
  if (scope === undefined) return false;
  if (scope === "own") return personId !== null && concern.personId === personId;
  if (scope === "partner") return grant.partnerId !== undefined && grant.partnerId === concern.partnerId;
  if (grant.facilityId === undefined) return grant.partnerId === undefined;
  return scope === "facility" && grant.facilityId === concern.facilityId;
}
