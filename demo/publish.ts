import { inTenant } from "@evenspan/database/tenant";
import { type Actor, type Command, perform } from "@evenspan/domain/kernel/command";
import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { buildRelease } from "@evenspan/domain/releases/build-release";
import { signRelease } from "@evenspan/domain/releases/sign-release";
import { decideDoubt } from "@evenspan/domain/sources/decide-doubt";
import { doubtfulValues } from "@evenspan/domain/sources/doubtful-values";
import { seedActor } from "./rush.ts";
import { refusalOf, type Seeding, SeedRefused } from "./seeding.ts";

const analyst: Actor = { name: seedActor.name, role: "analyst" };
const reviewer: Actor = { name: "Reviewer of the demonstration", role: "reviewer" };

/** Why the demonstration shows values that it could not trace to a publisher's file. */
const whyReportedIsShown =
  "Told by a secondary source and not traced to the publisher’s file; shown as reported, so that an older headline is not taken for the newest number.";

/**
 * Builds the demonstration's release and signs it, as two people would. Reported values are decided on first: they are
 * shown as reported. What lies outside its own interval (Dunning 2010) stays undecided, and so withheld.
 */
export const publishDemonstration = (
  seeding: Seeding,
): Promise<Outcome<Readonly<{ releaseId: string; number: number }>>> =>
  refusalOf(async () => {
    const doubts = await inTenant(seeding.db, seeding.systemId, (trx) => doubtfulValues(trx, seeding.systemId));
    for (const { datasetId, observation, doubt, decision } of doubts)
      if (doubt === "no-source-file" && decision === null)
        await by(seeding, analyst, decideDoubt, {
          datasetId,
          observation,
          decision: "publish",
          reason: whyReportedIsShown,
        });
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
