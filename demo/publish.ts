import { actorWith } from "@evenspan/domain/kernel/actor";
import type { Outcome } from "@evenspan/domain/kernel/refusal";
import { buildRelease } from "@evenspan/domain/releases/build-release";
import { signRelease } from "@evenspan/domain/releases/sign-release";
import { refusalOf, type Seeding, seedBy } from "./seeding.ts";

const reviewer = actorWith("Reviewer of the demonstration", "reviewer");

/** Builds the demonstration's release and signs it, as two people of an office would. */
export const publishDemonstration = (
  seeding: Seeding,
): Promise<Outcome<Readonly<{ releaseId: string; number: number }>>> =>
  refusalOf(async () => {
    const { releaseId, number } = await seedBy(seeding, buildRelease, {});
    const note = `The demonstration, looked at as a whole (${releaseId.slice(0, 8)}).`;
    return seedBy(seeding, signRelease, { release: String(number), note }, reviewer);
  });
