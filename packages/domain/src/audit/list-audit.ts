import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { auditConditions, auditFilter } from "./audit-filter.ts";

/** An entry of the audit, as it is shown. `keys` are the roles that who acted held then. */
export type AuditEntry = Readonly<{
  entryId: string;
  at: Date;
  kind: "command" | "read" | "export" | "refused";
  name: string;
  personId: string | null;
  actor: string;
  keys: readonly string[];
  subject: string | null;
  facts: Readonly<Record<string, unknown>>;
  channel: string;
  fromAddress: string | null;
  requestId: string | null;
  why: string;
}>;

/** A page of the audit, and the mark of the page after it; null where there is none. */
export type AuditPage = Readonly<{ entries: readonly AuditEntry[]; next: string | null }>;

/** Where a page of entries ends: the moment and the id of its last one. */
const placeField = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/, "the mark that the page before gave")
  .transform((mark) => ({
    at: new Date(mark.slice(0, mark.indexOf("_"))),
    entryId: mark.slice(mark.indexOf("_") + 1),
  }));

/**
 * Lists what was done, the newest first, a page at a time. `next` is given as `after` to get the page that follows; null
 * where there is none.
 */
export const listAudit = query("query", {
  name: "list-audit",
  title: "see what was done",
  input: auditFilter.extend({ after: placeField.optional(), limit: z.int().min(1).max(500).default(50) }),
  access: inSystem("administrator"),
  run: async ({ db, systemId }, { after, limit, ...filter }): Promise<AuditPage> => {
    const rows = await db
      .selectFrom("audit_entries")
      .where("system_id", "=", systemId)
      .where((eb) => eb.and(auditConditions(eb, filter)))
      .$if(after !== undefined, (all) =>
        // The first condition says nothing new: it is what the index can be entered with.
        all
          .where("at", "<=", after!.at)
          .where((eb) =>
            eb.or([eb("at", "<", after!.at), eb.and([eb("at", "=", after!.at), eb("entry_id", ">", after!.entryId)])]),
          ),
      )
      .select(["entry_id as entryId", "at", "kind", "name", "person_id as personId", "actor", "keys", "subject"])
      .select(["facts", "channel", "from_address as fromAddress", "request_id as requestId", "why"])
      .orderBy("at", "desc")
      .orderBy("entry_id")
      .limit(limit + 1)
      .execute();
    const entries = rows.slice(0, limit) as AuditEntry[];
    const last = entries.at(-1);
    return { entries, next: rows.length > limit && last ? `${last.at.toISOString()}_${last.entryId}` : null };
  },
});
