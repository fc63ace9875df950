import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { act, type Occasion } from "../access/act.ts";
import { csv } from "../documents/csv.ts";
import { inSystem } from "../kernel/access.rules.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { query } from "../kernel/command.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { type AuditFilter, auditConditions, auditFilter } from "./audit-filter.ts";
import { type AuditEntry, type AuditPage, listAudit } from "./list-audit.ts";

/** Counts what an export of the audit will take out, and writes that it is taken. `auditCsv` gives the rows. */
export const exportAudit = query("export", {
  name: "export-audit",
  title: "take a copy of the audit",
  input: auditFilter,
  access: inSystem("administrator"),
  run: async ({ db, systemId, now }, filter) => {
    const { entries } = await db
      .selectFrom("audit_entries")
      .where("system_id", "=", systemId)
      .where("at", "<", now)
      .where((eb) => eb.and(auditConditions(eb, filter)))
      .select((eb) => eb.fn.countAll<number>().as("entries"))
      .executeTakeFirstOrThrow();
    return { entries: Number(entries) };
  },
  keeps: (filter, { entries }) => ({ subject: "audit", facts: { ...filter, entries } }),
});

const headings = "at,kind,name,who,person,held,subject,why,facts,channel,address,request".split(",");

/**
 * The entries that a filter lets through as CSV (RFC 4180), the newest first, in pieces that come as they are asked for;
 * what was written before the moment of the export and no later. Each piece is read with the rights of who asks.
 *
 * @param db the `app` of an open database
 * @param filter what `exportAudit` takes
 */
export async function auditCsv(
  db: Kysely<Database>,
  occasion: Occasion,
  filter: unknown,
): Promise<Outcome<AsyncIterable<string>>> {
  const taken = await act(db, exportAudit, occasion, filter);
  return isRefusal(taken) ? taken : pieces(db, occasion, auditFilter.parse(filter));
}

async function* pieces(db: Kysely<Database>, occasion: Occasion, filter: AuditFilter): AsyncGenerator<string> {
  yield csv(headings, []);
  // The mark after every id: the entry that tells of this export has its very moment.
  let after: string | null = `${occasion.now.toISOString()}_ffffffff-ffff-ffff-ffff-ffffffffffff`;
  while (after !== null) {
    const page: Outcome<AuditPage> = await act(db, listAudit, occasion, { ...filter, after, limit: 500 });
    if (isRefusal(page)) throw new Error(`an export was refused midway: ${page.message}`);
    const [first, ...rest] = page.entries.map(cellsOf);
    if (first) yield csv(first, rest);
    after = page.next;
  }
}

const cellsOf = (it: AuditEntry): readonly string[] => [
  ...[it.at.toISOString(), it.kind, it.name, it.actor, it.personId ?? "", it.keys.join(" "), it.subject ?? "", it.why],
  ...[canonicalJson(it.facts), it.channel, it.fromAddress ?? "", it.requestId ?? ""],
];
