import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { sha256 } from "../../../kernel/canonical.ts";
import type { Outcome } from "../../../kernel/refusal.ts";
import { atDesk } from "../../at-desk.ts";
import type { SignInDesk } from "../../desk.ts";
import { recordSignIn } from "../../record-sign-in.ts";
import { beginSession } from "../../sessions/begin-session.ts";
import type { Next } from "../../signed-in.ts";
import type { Provider } from "../open-provider.ts";
import type { Identity } from "./identity.ts";
import { matchPerson } from "./match-person.ts";
import { providerRefusal } from "./provider-refusal.ts";
import { type NotProven, recordRefused } from "./refused-sign-in.ts";

/** A session that a provider's proof has begun. */
export type Admitted = Readonly<{ token: string; next: Next }>;

/**
 * Begins a session for whom a provider has proven, or refuses it; both are in the audit. Where the provider is known to
 * ask for a second factor, the session is as strong as one with a second factor of ours.
 */
export const admit = (
  desk: SignInDesk,
  provider: Provider,
  { identity, device }: Readonly<{ identity: Identity; device: string }>,
): Promise<Outcome<Admitted>> => atDesk(desk, (trx) => admitIn(trx, desk, provider, identity, device));

async function admitIn(
  trx: Transaction<Database>,
  desk: SignInDesk,
  provider: Provider,
  identity: Identity,
  device: string,
): Promise<Outcome<Admitted>> {
  const { providerId, settings } = provider;
  const refused = async (refusal: NotProven): Promise<Outcome<Admitted>> => {
    await recordRefused(trx, desk, providerId, refusal);
    return providerRefusal(refusal.code);
  };
  if (identity.assertionId !== undefined && !(await takeAssertion(trx, desk, providerId, identity.assertionId)))
    return refused({ code: "proof-refused", why: "the assertion was taken before" });
  const match = await matchPerson(trx, desk, provider, identity);
  if ("code" in match) return refused(match);
  const strength = settings.asksSecondFactor ? "second-factor" : "provider";
  const begun = await beginSession(trx, desk, { personId: match.personId, strength, device });
  await recordSignIn(trx, desk, match, {
    ...{ kind: "command", name: "sign-in-by-provider", why: "to sign in" },
    facts: { provider: providerId, strength, isNewLink: match.isNewLink },
  });
  return begun;
}

/** Writes an assertion down as taken; false where it was, already. */
async function takeAssertion(
  trx: Transaction<Database>,
  { systemId, now }: SignInDesk,
  providerId: string,
  assertionId: string,
): Promise<boolean> {
  const taken = await trx
    .insertInto("provider_assertions")
    .values({ system_id: systemId, provider_id: providerId, assertion_hash: sha256(assertionId), seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("assertion_hash")
    .executeTakeFirst();
  return taken !== undefined;
}
