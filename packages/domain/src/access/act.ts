import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { IsolationLevel, Kysely } from "kysely";
import { recordEntry } from "../audit/record-entry.ts";
import { sealAudit } from "../audit/seal-audit.ts";
import { keysOf } from "../kernel/actor.ts";
import { type Command, type Context, perform } from "../kernel/command.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";

/** Who acts, from where and when, in which system; and what the transaction is to see. */
export type Occasion = Omit<Context, "db"> & Readonly<{ isolation?: IsolationLevel }>;

/**
 * Performs a command or answers a query in a transaction of its own, with the actor's keys and no others; a refusal undoes
 * it. What was forbidden is written down, too, after it was undone. Then the audit's chain takes in what was written.
 *
 * @param db the `app` of an open database
 */
export async function act<I, O>(
  db: Kysely<Database>,
  it: Command<I, O>,
  { isolation, ...occasion }: Occasion,
  input: unknown,
): Promise<Outcome<O>> {
  const { systemId, actor } = occasion;
  const as = { personId: actor.personId, keys: [...keysOf(actor), ...(it.extraKeys ?? [])] };
  const outcome = await inTenant(db, systemId, (trx) => perform(it, { ...occasion, db: trx }, input), {
    ...{ as, undoWhen: isRefusal, ...(isolation && { isolation }) },
  });
  const wasForbidden = isRefusal(outcome) && outcome.refused === "forbidden";
  if (wasForbidden)
    await inTenant(db, systemId, (trx) =>
      recordEntry({ ...occasion, db: trx }, { kind: "refused", name: it.name, why: `to ${it.title}` }),
    );
  if (wasForbidden || (it.kind !== "query" && !isRefusal(outcome))) await sealAudit(db, systemId);
  return outcome;
}
