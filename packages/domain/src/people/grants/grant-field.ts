import { z } from "zod";
import type { Grant } from "../../kernel/actor.ts";
import { keyField } from "../../kernel/fields.ts";
import { type Role, roles } from "../../kernel/roles.ts";

const grantable = roles.filter((role): role is Exclude<Role, "resident"> => role !== "resident");

/**
 * A role to be given: for the whole system, for one facility, or (a partner's) for one partner organization. Nobody
 * administers one facility alone, for what an administrator may do reaches everyone.
 */
export const grantField = z
  .object({ role: z.enum(grantable), facilityId: keyField.optional(), partnerId: keyField.optional() })
  .refine(({ role, partnerId }) => (role === "partner") === (partnerId !== undefined), {
    ...{ path: ["partnerId"], message: "a partner acts for one partner organization, and nobody else does" },
  })
  .refine(({ role, facilityId }) => facilityId === undefined || (role !== "partner" && role !== "administrator"), {
    ...{ path: ["facilityId"], message: "a partner or an administrator is not one of a facility" },
  })
  .transform(
    ({ role, facilityId, partnerId }): Grant => ({
      role,
      ...(facilityId === undefined ? {} : { facilityId }),
      ...(partnerId === undefined ? {} : { partnerId }),
    }),
  );
