import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import { sql, type Transaction } from "kysely";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { countedAddress } from "./counted-address.ts";
import { type Noted, noteOnce } from "./note-once.ts";
import { type Limit, limits, pauseMinutes, type Step } from "./try-limits.ts";

/** A try: what is tried, and for which account, by `accountHash`. */
export type Try = Readonly<{ step: Step; account: string }>;

/**
 * Takes one try out of those that an account and a network address have, before what was given is looked at; refuses when
 * there are none left. The same whether or not there is such an account, and whether or not what was given is right.
 *
 * The first try that is refused in a pause is written into the audit, and no other: a pause is one entry, however long someone
 * goes on. Tries at the same moment wait for each other here, so that no more of them than are allowed get past.
 */
export async function takeTry(trx: Transaction<Database>, desk: SignInDesk, it: Try): Promise<Refusal | null> {
  const address = countedAddress(desk.from.address ?? "");
  const limit = limits[it.step];
  await lockTries(trx, desk.systemId, it.account, address);
  const since = await accountPausedSince(trx, desk, it.account, limit);
  if (since) return pausedAt(trx, desk, it, { account: it.account, since });
  const sinceThere = address === "" ? null : await addressPausedSince(trx, desk, address, limit);
  if (sinceThere) return pausedAt(trx, desk, it, { address, since: sinceThere });
  await writeTry(trx, desk, it, false);
  return null;
}

/** Writes that a try was right. The failures of the account before it no longer count. */
export const tryWasRight = (trx: Transaction<Database>, desk: SignInDesk, it: Try): Promise<void> =>
  writeTry(trx, desk, it, true);

async function pausedAt(
  trx: Transaction<Database>,
  desk: SignInDesk,
  { step, account }: Try,
  pause: Noted,
): Promise<Refusal> {
  if (await noteOnce(trx, desk, pause)) {
    const facts = { step, pausedFor: pause.account === undefined ? "address" : "account" };
    await recordSignIn(trx, desk, { account }, { kind: "refused", name: "pause", why: "to sign in", facts });
  }
  return refuse("forbidden", "paused", `There were too many tries. Wait ${pauseMinutes} minutes, then try again.`);
}

/** Always the account first, then the address: so two that wait for each other cannot be. */
async function lockTries(trx: Transaction<Database>, systemId: string, account: string, address: string) {
  await sql`select pg_advisory_xact_lock(8271971, hashtext(${systemId + account}))`.execute(trx);
  if (address !== "") await sql`select pg_advisory_xact_lock(8271972, hashtext(${systemId + address}))`.execute(trx);
}

/** When the last failure was, where the last ones since a right try stand close together and it is not long enough ago; else null. */
async function accountPausedSince(
  trx: Transaction<Database>,
  { systemId, now }: SignInDesk,
  account: string,
  { perAccount, tries, cleared }: Limit,
): Promise<Date | null> {
  const rows = await trx
    .selectFrom("sign_in_attempts")
    .select(["at", "succeeded"])
    .where("system_id", "=", systemId)
    .where("account_hash", "=", account)
    .where("at", ">", minutesBefore(now, 2 * pauseMinutes))
    .where((is) =>
      is.or([
        is.and([is("succeeded", "=", false), sql<boolean>`step = any(${tries})`]),
        is.and([is("succeeded", "=", true), sql<boolean>`step = any(${cleared})`]),
      ]),
    )
    .orderBy("at", "desc")
    .orderBy("succeeded", "desc")
    .limit(perAccount)
    .execute();
  const right = rows.findIndex(({ succeeded }) => succeeded);
  const failures = right === -1 ? rows : rows.slice(0, right);
  if (failures.length < perAccount) return null;
  const [last, first] = [failures[0]!.at, failures.at(-1)!.at];
  const isPause = first >= minutesBefore(last, pauseMinutes) && last > minutesBefore(now, pauseMinutes);
  return isPause ? last : null;
}

/** When the last try was, where too many failures came from an address within the time of a pause, whomever they were for; else null. */
async function addressPausedSince(
  trx: Transaction<Database>,
  { systemId, now }: SignInDesk,
  address: string,
  { perAddress, together }: Limit,
): Promise<Date | null> {
  const { failures, last } = await trx
    .selectFrom("sign_in_attempts")
    .select([
      sql<number>`(count(*) filter (where not succeeded) - count(*) filter (where succeeded))::integer`.as("failures"),
      sql<Date | null>`max(at)`.as("last"),
    ])
    .where("system_id", "=", systemId)
    .where("from_address", "=", address)
    .where("at", ">", minutesBefore(now, pauseMinutes))
    .where(sql<boolean>`step = any(${together})`)
    .executeTakeFirstOrThrow();
  return failures >= perAddress ? last : null;
}

async function writeTry(
  trx: Transaction<Database>,
  { systemId, now, from }: SignInDesk,
  { step, account }: Try,
  succeeded: boolean,
): Promise<void> {
  const address = countedAddress(from.address ?? "");
  await trx
    .insertInto("sign_in_attempts")
    .values({
      ...{ system_id: systemId, attempt_id: randomUUID(), account_hash: account, from_address: address },
      ...{ step, succeeded, at: now },
    })
    .execute();
}

const minutesBefore = (moment: Date, minutes: number): Date => new Date(moment.getTime() - minutes * 60_000);
