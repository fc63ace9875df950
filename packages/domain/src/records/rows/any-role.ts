import { type Access, atFacility, type Concern } from "../../kernel/access.rules.ts";
import type { Context } from "../../kernel/command.ts";
import { staffRoles } from "../../kernel/roles.ts";

/** Everyone who holds a role, wherever they hold it: what they then see is decided by the locks of each row. */
export const anyRole: Access = { ...atFacility(...staffRoles, "volunteer"), partner: "partner" };

/** The office's own people, wherever they hold their role. */
export const anyStaff: Access = atFacility(...staffRoles);

/**
 * What a question about everything that one may see concerns: any one place where the person holds a role that may ask,
 * the whole system before a part of it.
 */
export const wherever =
  (access: Access) =>
  ({ actor }: Context): Concern => {
    const held = actor.grants.filter(({ role }) => access[role] !== undefined);
    const { facilityId, partnerId } =
      held.find((grant) => grant.facilityId === undefined && grant.partnerId === undefined) ?? held[0] ?? {};
    return { facilityId: facilityId ?? null, partnerId: partnerId ?? null, personId: actor.personId };
  };
