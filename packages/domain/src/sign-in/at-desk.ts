import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Transaction } from "kysely";
import { sealAudit } from "../audit/seal-audit.ts";
import type { SignInDesk } from "./desk.ts";

/**
 * Work of sign-in in one transaction that may find anyone by address. It stands even where it ends in a refusal, for a
 * failed try must be counted; what it wrote into the audit joins the chain afterwards.
 */
export async function atDesk<T>(
  { db, systemId }: Pick<SignInDesk, "db" | "systemId">,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  const outcome = await looking({ db, systemId }, work);
  await sealAudit(db, systemId);
  return outcome;
}

/** The same for work that writes nothing into the audit. */
export const looking = <T>(
  { db, systemId }: Pick<SignInDesk, "db" | "systemId">,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> => inTenant(db, systemId, work, { as: { personId: null, keys: ["sign-in"] } });
