import type { Access, Concern } from "../kernel/access.rules.ts";
import type { Context } from "../kernel/command.ts";

/** The access and the concern of a question, to be spread into it. */
type Wherever = Readonly<{ access: Access; concerns: (context: Pick<Context, "actor">) => Concern }>;

/**
 * For a question that concerns no facility of its own: it may be asked by whoever holds a role that is named, wherever it
 * is held, and by everyone about themselves. What the answer shows is the question's own care, and row-level security's.
 *
 * @example
 * wherever({ finance: "facility" }).concerns({ actor: { name: "Inés", personId: null, grants: [{ role: "finance", facilityId: "rumc" }] } })
 * // => { personId: null, facilityId: "rumc" }
 */
export const wherever = (access: Access): Wherever => ({
  access,
  concerns: ({ actor }) => {
    const facilityId = actor.grants.find(
      ({ role, facilityId }) => facilityId && access[role] === "facility",
    )?.facilityId;
    return { personId: actor.personId, ...(facilityId === undefined ? {} : { facilityId }) };
  },
});
