import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import { type Actor, keysOf } from "@evenspan/domain/kernel/actor";
import { type Command, type Context, perform } from "@evenspan/domain/kernel/command";
import { isRefusal, type Outcome, type Refusal } from "@evenspan/domain/kernel/refusal";
import { seedActor } from "./rush.ts";

/** What a step of the seed works with: the database as the app's role, the system, and the time it is to write. */
export type Seeding = Readonly<{ db: OpenDatabase["app"]; systemId: string; now: Date }>;

/** Thrown inside the seed where a command says no, so that the seed as a whole can return it. */
export class SeedRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Runs a command as the office, or as who is named, in a transaction of its own. @throws SeedRefused where it says no. */
export async function seedBy<I, O>(
  seeding: Seeding,
  command: Command<I, O>,
  input: I,
  actor: Actor = seedActor,
): Promise<O> {
  const outcome = await asOffice(seeding, (context) => perform(command, { ...context, actor }, input));
  if (isRefusal(outcome)) throw new SeedRefused(outcome);
  return outcome as O;
}

/** Works in the system's transaction as the office, seeing one moment of the database; a refusal undoes it. */
export const asOffice = <T>({ db, systemId, now }: Seeding, work: (context: Context) => Promise<T>): Promise<T> =>
  inTenant(
    db,
    systemId,
    (trx) => work({ db: trx, systemId, actor: seedActor, now, from: { channel: "command line" } }),
    {
      as: { personId: null, keys: keysOf(seedActor) },
      isolation: "repeatable read",
      undoWhen: isRefusal,
    },
  );

/** Turns what the seed throws for a refusal back into the refusal. */
export async function refusalOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (reason) {
    if (reason instanceof SeedRefused) return reason.refusal;
    throw reason;
  }
}
