import type { OpenDatabase } from "@evenspan/database/pools";
import type { Database } from "@evenspan/database/schema";
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import type { Actor } from "../kernel/actor.ts";
import type { Origin } from "../kernel/command.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import { recordEntry } from "./record-entry.ts";
import { type Removal, removalName } from "./removals.ts";
import { retentionAt, yearsBefore } from "./retention.rules.ts";
import { chainStart, joinWaiting } from "./seal-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

/** Who removes old entries, from where and when, in which system. */
type Occasion = Readonly<{ systemId: string; actor: Actor; now: Date; from: Origin }>;

/**
 * Removes entries of the audit that are older than the rule of retention wants them kept, or than the office's own longer
 * rule. Their links stay, so that the chain still verifies, and an entry names what was removed. Only the owner can: the
 * app may not delete from the audit.
 *
 * @param owner the owner's pool of an open database
 * @param keepYears the office's own rule, in years
 * @returns a refusal where the rule is shorter than the one in force, or the chain does not verify: then nothing is removed
 */
export function pruneAudit(
  owner: OpenDatabase["owner"],
  occasion: Occasion,
  keepYears: number = retentionAt(occasion.now).keepYears,
): Promise<Outcome<Removal>> {
  const { now, systemId } = occasion;
  const rule = retentionAt(now);
  if (!Number.isInteger(keepYears) || keepYears < rule.keepYears)
    return Promise.resolve(refuse("invalid", "too-short", `Entries are kept for at least ${rule.keepYears} years.`));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: owner }) });
  return db.transaction().execute(async (trx) => {
    await enterAsOwner(trx, systemId);
    while ((await joinWaiting(trx, systemId)) > 0);
    const { holds, faults } = await verifyAudit(trx, systemId);
    if (!holds)
      return refuse(
        "conflict",
        "does-not-hold",
        `The audit does not verify, and nothing was removed: ${faults[0]!.message}`,
      );
    const removal = await removed(trx, systemId, yearsBefore(now, keepYears));
    const facts = { ...removal, keepYears, rule: rule.source };
    await recordEntry(
      { ...occasion, db: trx },
      { kind: "command", name: removalName, why: "to keep no longer than the rule says", facts },
    );
    await joinWaiting(trx, systemId);
    return removal;
  });
}

/** As `inTenant` does it for the app; without the first line a `set local` would stay on the coordinator of a Citus cluster. */
async function enterAsOwner(trx: Transaction<Database>, systemId: string): Promise<void> {
  const { rows } = await sql`select from pg_extension where extname = 'citus'`.execute(trx);
  if (rows.length > 0) await sql`set local citus.propagate_set_commands = 'local'`.execute(trx);
  await sql`set local evenspan.system = ${sql.lit(systemId)}`.execute(trx);
}

/** Removes from the start of the chain up to the first link that is young enough to be kept. */
async function removed(trx: Transaction<Database>, systemId: string, before: Date): Promise<Removal> {
  const links = trx.selectFrom("audit_links").where("system_id", "=", systemId);
  const kept = await links.where("at", ">=", before).select("seq").orderBy("seq").limit(1).executeTakeFirst();
  const last = await links
    .$if(kept !== undefined, (all) => all.where("seq", "<", kept!.seq))
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const throughSeq = last?.seq ?? 0;
  const { numDeletedRows } = await trx
    .deleteFrom("audit_entries")
    .where("system_id", "=", systemId)
    .where("entry_id", "in", (old) =>
      old.selectFrom("audit_links").where("system_id", "=", systemId).where("seq", "<=", throughSeq).select("entry_id"),
    )
    .executeTakeFirst();
  return {
    ...{ throughSeq, before: before.toISOString(), head: last?.hash ?? chainStart, removed: Number(numDeletedRows) },
  };
}
