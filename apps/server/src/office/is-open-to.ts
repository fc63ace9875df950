import type { Access } from "@evenspan/domain/kernel/access.rules";
import type { Actor } from "@evenspan/domain/kernel/actor";

/**
 * Whether someone holds a role, wherever, that a command or a question is open to: enough to offer the way there. How far
 * the role reaches is asked when it is gone.
 *
 * @example
 * isOpenTo({ finance: "facility" }, { grants: [{ role: "finance", facilityId: "rumc" }] }) // => true
 */
export const isOpenTo = (access: Access, { grants }: Pick<Actor, "grants">): boolean =>
  access.resident !== undefined || grants.some(({ role }) => access[role] !== undefined);
