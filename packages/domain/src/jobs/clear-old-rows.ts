import { sql } from "kysely";
import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { type Context, command } from "../kernel/command.ts";

/** How long what has had its time is kept, in days. The page docs/security/data-protection.md says it of everything else. */
const keptDays = { session: 90, link: 30, attempt: 90, assertion: 90, notice: 180 } as const;

/**
 * Removes what has had its time, as the daily work does: sessions that ended, but for each person's last; links that were used
 * or have ended, but for each person's last invitation; tries to sign in; assertions that were taken; forms and sign-ins under way
 * that nobody came back for; notices that were read.
 */
export const clearOldRows = command({
  name: "clear-old-rows",
  title: "remove what is older than the rule",
  input: z.object({}),
  access: inSystem("administrator"),
  extraKeys: ["worker", "mail"],
  run: async (context) => ({
    sessions: await clearSessions(context),
    links: await clearLinks(context),
    attempts: await clearBy(context, "sign_in_attempts", "at", keptDays.attempt),
    assertions: await clearBy(context, "provider_assertions", "seen_at", keptDays.assertion),
    forms: await clearBy(context, "kept_forms", "expires_at", 0),
    providerSignIns: await clearBy(context, "provider_sign_ins", "expires_at", 0),
    notices: await clearBy(context, "notices", "read_at", keptDays.notice),
  }),
  keeps: (_, facts) => ({ facts }),
});

const daysBefore = ({ now }: Context, days: number): Date => new Date(now.getTime() - days * 86_400_000);

const count = ({ numAffectedRows }: { readonly numAffectedRows?: bigint }): number => Number(numAffectedRows ?? 0n);

/** Of each person the last session stays: it says that the invitation was accepted, and when the person last came. */
const clearSessions = async (context: Context): Promise<number> =>
  count(
    await sql`
      delete from sessions old where old.system_id = ${context.systemId}
        and least(old.ended_at, old.expires_at) < ${daysBefore(context, keptDays.session)}
        and exists (select from sessions newer where newer.system_id = old.system_id and newer.person_id = old.person_id
          and (newer.begun_at, newer.session_id) > (old.begun_at, old.session_id))`.execute(context.db),
  );

/** Of each person the last invitation stays: it says until when it was open. */
const clearLinks = async (context: Context): Promise<number> =>
  count(
    await sql`
      delete from one_time_links old where old.system_id = ${context.systemId}
        and least(old.used_at, old.withdrawn_at, old.expires_at) < ${daysBefore(context, keptDays.link)}
        and (old.purpose <> 'invitation' or exists (select from one_time_links newer
          where newer.system_id = old.system_id and newer.person_id = old.person_id and newer.purpose = 'invitation'
          and (newer.made_at, newer.token_hash) > (old.made_at, old.token_hash)))`.execute(context.db),
  );

type Aged = "sign_in_attempts" | "provider_assertions" | "kept_forms" | "provider_sign_ins" | "notices";

const clearBy = async (context: Context, table: Aged, column: string, days: number): Promise<number> =>
  count(
    await sql`delete from ${sql.table(table)}
      where system_id = ${context.systemId} and ${sql.ref(column)} < ${daysBefore(context, days)}`.execute(context.db),
  );
