import { randomUUID } from "node:crypto";
import type { OpenDatabase } from "@evenspan/database/pools";
import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Transaction } from "kysely";
import { openOffice } from "../../access/testing.ts";
import type { Role } from "../../kernel/roles.ts";
import type { SignInDesk } from "../desk.ts";

/** Where a test's office is on the web. */
export const site = "https://office.example.org";

/** What a test needs of an office whose people sign in by a provider. */
export async function openSignIn(
  database: OpenDatabase,
  { systemId = "00000000-0000-4000-8000-000000000402", slug = "rush" } = {},
) {
  const office = await openOffice(database, { systemId, slug });
  const officeKey = Buffer.alloc(32, 7);
  const from = { channel: "web", address: "192.0.2.7", requestId: "r1" } as const;
  const desk = (now: Date): SignInDesk => ({ db: database.app, systemId, now, from, officeKey });
  const asking = <T>(question: (trx: Transaction<Database>) => Promise<T>): Promise<T> =>
    inTenant(database.app, systemId, question, { as: { personId: null, keys: ["sign-in", "audit"] } });
  const addPerson = (name: string, email: string, ...roles: Exclude<Role, "resident">[]) =>
    asking(async (trx) => {
      const personId = randomUUID();
      const [made_at, granted_at] = [new Date(0), new Date(0)];
      await trx
        .insertInto("people")
        .values({ system_id: systemId, person_id: personId, name, email, made_at })
        .execute();
      for (const role of roles)
        await trx
          .insertInto("role_grants")
          .values({
            ...{ system_id: systemId, grant_id: randomUUID(), person_id: personId, role, granted_at },
            ...{ granted_by: "a test", facility_id: null, partner_id: null },
          })
          .execute();
      return personId;
    });
  const deactivate = (personId: string, at: Date | null) =>
    asking((trx) => trx.updateTable("people").set({ deactivated_at: at }).where("person_id", "=", personId).execute());
  /** How many sessions there are, and what the audit said last of a sign-in. */
  const sessions = () => asking((trx) => trx.selectFrom("sessions").selectAll().execute());
  const lastEntry = () =>
    asking((trx) =>
      trx
        .selectFrom("audit_entries")
        .select(["kind", "person_id", "actor", "subject", "facts"])
        .where("name", "=", "sign-in-by-provider")
        .orderBy("at", "desc")
        .limit(1)
        .executeTakeFirst(),
    );
  return { ...office, officeKey, desk, asking, addPerson, deactivate, sessions, lastEntry };
}
