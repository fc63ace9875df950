/**
 * What a person may be in a system.
 *
 * - `administrator` runs it: people, roles, sign-in, the audit.
 * - `office-staff` does the office's daily work; `program-lead` leads programs; `clinic-staff` works in a school clinic.
 * - `finance` keeps the ledger; `analyst` loads, defines and builds; `reviewer` signs what is published.
 * - `volunteer` gives time; `partner` acts for an organization outside.
 * - `resident` is anyone at all, without an account. Everyone is this, too.
 */
export const roles = [
  "administrator",
  "office-staff",
  "program-lead",
  "finance",
  "analyst",
  "clinic-staff",
  "reviewer",
  "volunteer",
  "partner",
  "resident",
] as const;

/** One of the roles. */
export type Role = (typeof roles)[number];

/** The roles that only count after a second factor: they can change others' rights, money, or what the public sees. */
export const strongRoles: ReadonlySet<Role> = new Set<Role>(["administrator", "finance", "reviewer"]);

/** Roles of the office's own people: they may see who works here. The policy of `people` in the database says the same. */
export const staffRoles: ReadonlySet<Role> = new Set<Role>([
  ...(["administrator", "office-staff", "program-lead", "finance", "analyst", "clinic-staff", "reviewer"] as const),
]);
