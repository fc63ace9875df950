import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { recordEntry } from "../../../audit/record-entry.ts";
import { resident } from "../../../kernel/actor.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import { atDesk } from "../../at-desk.ts";
import type { SignInDesk } from "../../desk.ts";
import { type About, recordSignIn } from "../../record-sign-in.ts";
import { type ProviderRefusal, providerRefusal } from "./provider-refusal.ts";

/** Why someone was not signed in: as the person is told, and as the audit says it; and whom it is about, where that is known. */
export type NotProven = Readonly<{ code: ProviderRefusal; why: string; about?: About }>;

/**
 * Whether a check ended in a reason not to sign someone in.
 *
 * @example
 * isNotProven({ code: "proof-refused", why: "the signature does not hold" }) // => true
 */
export const isNotProven = (it: object): it is NotProven => "why" in it && "code" in it;

/** Writes a refused sign-in into the audit, in a transaction that stands. */
export function recordRefused(
  trx: Transaction<Database>,
  desk: SignInDesk,
  providerId: string,
  { code, why, about }: NotProven,
): Promise<void> {
  const entry = { kind: "refused", name: "sign-in-by-provider", why: "to sign in" } as const;
  const facts = { provider: providerId, code, why };
  return about
    ? recordSignIn(trx, desk, about, { ...entry, facts })
    : recordEntry({ ...desk, db: trx, actor: resident }, { ...entry, facts });
}

/** Refuses a sign-in, and writes that down. */
export const refuseSignIn = (desk: SignInDesk, providerId: string, refused: NotProven): Promise<Refusal> =>
  atDesk(desk, async (trx) => {
    await recordRefused(trx, desk, providerId, refused);
    return providerRefusal(refused.code);
  });
