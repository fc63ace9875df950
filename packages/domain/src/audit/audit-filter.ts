import type { Database } from "@evenspan/database/schema";
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { z } from "zod";
import { dayField, keyField } from "../kernel/fields.ts";

/** Which entries of the audit: those of a person, of a kind, of one command, about a thing, at a facility, between two days. */
export const auditFilter = z.object({
  personId: z.uuid().optional(),
  kind: z.enum(["command", "read", "export", "refused"]).optional(),
  name: keyField.optional(),
  subject: z.string().trim().min(1).optional(),
  facilityId: keyField.optional(),
  fromOn: dayField.optional(),
  untilOn: dayField.optional(),
});

/** What an `auditFilter` gives. */
export type AuditFilter = z.infer<typeof auditFilter>;

/**
 * The filter as conditions of a query. A day is the office's own, in Chicago, and both ends count. An entry is of a
 * facility where who acted held a role there, or the facts name it.
 */
export function auditConditions(
  eb: ExpressionBuilder<Database, "audit_entries">,
  { personId, kind, name, subject, facilityId, fromOn, untilOn }: AuditFilter,
): readonly Expression<SqlBool>[] {
  const conditions: (Expression<SqlBool> | undefined)[] = [
    personId === undefined ? undefined : eb("person_id", "=", personId),
    kind && eb("kind", "=", kind),
    name === undefined ? undefined : eb("name", "=", name),
    subject === undefined ? undefined : eb("subject", "=", subject),
    facilityId === undefined ? undefined : atFacility(facilityId),
    fromOn === undefined ? undefined : sql<SqlBool>`at >= ${midnight(fromOn, 0)}`,
    untilOn === undefined ? undefined : sql<SqlBool>`at < ${midnight(untilOn, 1)}`,
  ];
  return conditions.filter((one) => one !== undefined);
}

const atFacility = (facilityId: string) => sql<SqlBool>`(facts ->> 'facilityId' = ${facilityId}
  or exists (select from unnest(keys) held where split_part(held, '@', 2) = ${facilityId}))`;

const midnight = (day: string, daysLater: number) =>
  sql`((${day}::date + ${daysLater}::int)::timestamp at time zone 'America/Chicago')`;
