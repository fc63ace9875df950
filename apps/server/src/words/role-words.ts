import type { Role } from "@evenspan/domain/kernel/roles";
import type { PlainKey, Translate } from "../messages/translate.ts";

const keys = {
  administrator: "role.administrator",
  "office-staff": "role.office-staff",
  "program-lead": "role.program-lead",
  finance: "role.finance",
  analyst: "role.analyst",
  "clinic-staff": "role.clinic-staff",
  reviewer: "role.reviewer",
  volunteer: "role.volunteer",
  partner: "role.partner",
  resident: "role.resident",
} as const satisfies Record<Role, PlainKey>;

/** What a role is called. */
export const roleName = (role: Role, t: Translate): string => t(keys[role]);
