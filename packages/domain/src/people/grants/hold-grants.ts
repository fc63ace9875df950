import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";

/**
 * Lets one transaction a system change roles at a time; the others wait here until it ends. So of two who would each take
 * away one of the last two administrators, the second sees what the first did.
 *
 * @throws Error in a transaction that does not see what was committed meanwhile: waiting would be of no use in it
 */
export async function holdGrants({ db, systemId }: Pick<Context, "db" | "systemId">): Promise<void> {
  const { rows } = await sql<{ level: string }>`select current_setting('transaction_isolation') as level,
    pg_advisory_xact_lock(8271973, hashtext(${systemId}))`.execute(db);
  if (rows[0]?.level !== "read committed") throw new Error("roles are changed in a transaction that is read committed");
}

/** The refusal where no active administrator is left, to be asked after the change that it undoes; null where one is. */
export async function withoutAdministrator({
  db,
  systemId,
}: Pick<Context, "db" | "systemId">): Promise<Refusal | null> {
  const left = await db
    .selectFrom("role_grants as held")
    .innerJoin("people as person", (join) =>
      join.onRef("person.system_id", "=", "held.system_id").onRef("person.person_id", "=", "held.person_id"),
    )
    .where("held.system_id", "=", systemId)
    .where("held.role", "=", "administrator")
    .where("person.deactivated_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("role_revocations as back")
            .whereRef("back.system_id", "=", "held.system_id")
            .whereRef("back.grant_id", "=", "held.grant_id")
            .select("back.grant_id"),
        ),
      ),
    )
    .select("held.grant_id")
    .limit(1)
    .executeTakeFirst();
  if (left) return null;
  const message = "This is the last administrator. Make someone else an administrator first.";
  return refuse("conflict", "last-administrator", message);
}
