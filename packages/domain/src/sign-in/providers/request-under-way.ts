import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Transaction } from "kysely";
import { z } from "zod";
import { seal, unseal } from "../../access/office-key.ts";
import type { SignInDesk } from "../desk.ts";
import { tokenHash } from "../secret-token.ts";

/** How long someone has to sign in at the provider. */
const signInMinutes = 10;

const sent = z.object({
  /** SHA-256 of the ticket that the browser holds. */
  ticketHash: z.string(),
  ask: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("oidc"), codeVerifier: z.string(), nonce: z.string() }),
    z.object({ kind: z.literal("saml"), requestId: z.string() }),
  ]),
});

/** What was sent to the provider, and must come back or be shown again. */
export type SentRequest = z.infer<typeof sent>;

/** Which sign-in it is: at which provider, under which state (the state of OpenID Connect, the relay state of SAML). */
type Which = Readonly<{ providerId: string; state: string }>;

/** What a request is sealed for: this sign-in of this system, so that no row can stand in for another. */
export const requestPurpose = (systemId: string, { providerId, state }: Which): string =>
  `provider sign-in:${systemId}:${providerId}:${tokenHash(state)}`;

/** Keeps what was sent until it is answered, for ten minutes; what is more than a day old is cleared away. */
export const keepRequest = (
  { db, systemId, now, officeKey }: SignInDesk,
  { returnTo, request, ...which }: Which & Readonly<{ returnTo: string; request: SentRequest }>,
): Promise<void> =>
  inTenant(db, systemId, async (trx) => {
    await clearOld(trx, systemId, now);
    const sealed = seal(officeKey, requestPurpose(systemId, which), Buffer.from(JSON.stringify(request)));
    await trx
      .insertInto("provider_sign_ins")
      .values({
        ...{ system_id: systemId, state_hash: tokenHash(which.state), provider_id: which.providerId },
        ...{ sealed_request: sealed, return_to: returnTo, made_at: now },
        expires_at: new Date(now.getTime() + signInMinutes * 60_000),
      })
      .execute();
  });

const dayMs = 86_400_000;

const clearOld = (trx: Transaction<Database>, systemId: string, now: Date) =>
  trx
    .deleteFrom("provider_sign_ins")
    .where("system_id", "=", systemId)
    .where("expires_at", "<", new Date(now.getTime() - dayMs))
    .execute();

/**
 * Takes what was sent under a state, once: whatever comes of the answer, a second one finds nothing.
 *
 * @returns null where nothing is under way under this state at this provider, or it was too long ago
 */
export async function takeRequest(
  { db, systemId, now, officeKey }: SignInDesk,
  which: Which,
): Promise<Readonly<{ returnTo: string; request: SentRequest }> | null> {
  const row = await inTenant(db, systemId, (trx) =>
    trx
      .updateTable("provider_sign_ins")
      .set({ used_at: now })
      .where("system_id", "=", systemId)
      .where("state_hash", "=", tokenHash(which.state))
      .where("provider_id", "=", which.providerId)
      .where("used_at", "is", null)
      .where("expires_at", ">", now)
      .returning(["sealed_request", "return_to"])
      .executeTakeFirst(),
  );
  const opened = row && unseal(officeKey, requestPurpose(systemId, which), row.sealed_request);
  return opened ? { returnTo: row.return_to, request: sent.parse(JSON.parse(opened.toString("utf8"))) } : null;
}
