import { inTenant } from "@evenspan/database/tenant";
import { type Actor, type Command, perform } from "@evenspan/domain/kernel/command";
import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { buildRelease } from "@evenspan/domain/releases/build-release";
import { signRelease } from "@evenspan/domain/releases/sign-release";
import { seedActor } from "./rush.ts";
import { refusalOf, type Seeding, SeedRefused } from "./seeding.ts";

const analyst: Actor = { name: seedActor.name, role: "analyst" };
const reviewer: Actor = { name: "Reviewer of the demonstration", role: "reviewer" };

/** Builds the demonstration's release and signs it, as two people of an office would. */
export const publishDemonstration = (
  seeding: Seeding,
): Promise<Outcome<Readonly<{ releaseId: string; number: number }>>> =>
  refusalOf(async () => {
    const { releaseId, number } = await by(seeding, analyst, buildRelease, {});
    return by(seeding, reviewer, signRelease, {
      release: String(number),
      note: `The demonstration, looked at as a whole (${releaseId.slice(0, 8)}).`,
    });
  });

async function by<I, O>({ db, systemId, now }: Seeding, actor: Actor, command: Command<I, O>, input: I): Promise<O> {
  const outcome = await inTenant(db, systemId, (trx) => perform(command, { db: trx, systemId, actor, now }, input), {
    isolation: "repeatable read",
    undoWhen: isRefusal,
  });
  if (isRefusal(outcome)) throw new SeedRefused(outcome);
  return outcome as O;
}
