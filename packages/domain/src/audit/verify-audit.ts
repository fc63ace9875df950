import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import { type Kysely, sql } from "kysely";
import { type AuditFault, linkFaults, unknownHead, unlinked } from "./audit-fault.ts";
import { linkedEntries } from "./linked-entries.ts";
import { removalsIn } from "./removals.ts";
import { chainStart } from "./seal-audit.ts";

/** What a look at the whole audit of a system came to. */
export type AuditVerdict = Readonly<{
  /** Whether nothing was found wrong. */
  holds: boolean;
  links: number;
  /** Entries that were removed by the rule of retention; their links stand. */
  removed: number;
  /** Entries that are written and wait to be joined; `sealAudit` joins them. Not a fault: a program was stopped between the two. */
  waiting: number;
  /** The hash of the last link. Kept elsewhere, it shows later that nothing up to it was changed or cut off. */
  head: string;
  faultCount: number;
  /** The first hundred, in the order of the chain. */
  faults: readonly AuditFault[];
}>;

/** What is known from outside: a head that an earlier look gave. Without it, an end that was cut off cannot be seen. */
type Known = Readonly<{ head?: string | undefined }>;

const mostFaults = 100;

/**
 * Computes the audit's chain anew: no link is missing, each follows from the one before it, each entry is the one that was
 * joined, none stands beside the chain, none is absent unless removed by the rule of retention, and the head that was kept
 * elsewhere is there.
 *
 * @param db the `app` of an open database; or a transaction that sees the audit (the key `audit`, or the owner's), at one
 * moment of the database (`repeatable read`)
 */
export const verifyAudit = (db: Kysely<Database>, systemId: string, known: Known = {}): Promise<AuditVerdict> =>
  db.isTransaction
    ? verdict(db, systemId, known)
    : inTenant(db, systemId, (trx) => verdict(trx, systemId, known), {
        ...{ as: { personId: null, keys: ["audit"] }, isolation: "repeatable read" },
      });

async function verdict(trx: Kysely<Database>, systemId: string, { head }: Known): Promise<AuditVerdict> {
  const faults: AuditFault[] = [];
  let [links, removed, faultCount, knowsHead] = [0, 0, 0, head === undefined || head === chainStart];
  const found = (those: readonly AuditFault[]) => {
    faultCount += those.length;
    faults.push(...those.slice(0, mostFaults - faults.length));
  };
  const wasRemoved = await removalsIn(trx, systemId);
  let before = { seq: 0, hash: chainStart };
  for await (const it of linkedEntries(trx, systemId)) {
    links++;
    if (!it.entry && wasRemoved(it.seq, it.link)) removed++;
    found(linkFaults(it, before, wasRemoved));
    before = { seq: it.seq, hash: it.hash };
    knowsHead ||= it.hash === head;
  }
  const beside = await besideTheChain(trx, systemId);
  found(beside.filter((one) => !one.waits).map(({ name, at, after }) => unlinked(name, at, after)));
  if (!knowsHead) found([unknownHead(head!)]);
  const waiting = beside.filter((one) => one.waits).length;
  return { holds: faultCount === 0, links, removed, waiting, head: before.hash, faultCount, faults };
}

type Beside = Readonly<{ name: string; at: Date; waits: boolean; after: number }>;

/** Entries that are in no link, with whether they wait for one. */
async function besideTheChain(trx: Kysely<Database>, systemId: string): Promise<readonly Beside[]> {
  const { rows } = await sql<Beside>`
    select entry.name, entry.at, waiting.entry_id is not null as waits,
      coalesce((select max(seq) from audit_links link where link.system_id = entry.system_id and link.at <= entry.at), 0) as after
    from audit_entries entry
    left join audit_waiting waiting using (system_id, entry_id)
    where entry.system_id = ${systemId}
      and not exists (select from audit_links link where link.system_id = entry.system_id and link.entry_id = entry.entry_id)
    order by entry.at, entry.entry_id`.execute(trx);
  return rows;
}
