import type { Actor } from "@evenspan/domain/kernel/command";
import type { Outcome } from "@evenspan/domain/kernel/refusal";
import { buildRelease } from "@evenspan/domain/releases/build-release";
import { signRelease } from "@evenspan/domain/releases/sign-release";
import { seedActor } from "./rush.ts";
import { refusalOf, type Seeding, seedBy } from "./seeding.ts";

const analyst: Actor = { name: seedActor.name, role: "analyst" };
const reviewer: Actor = { name: "Reviewer of the demonstration", role: "reviewer" };

/** Builds the demonstration's release and signs it, as two people of an office would. */
export const publishDemonstration = (
  seeding: Seeding,
): Promise<Outcome<Readonly<{ releaseId: string; number: number }>>> =>
  refusalOf(async () => {
    const { releaseId, number } = await seedBy(seeding, buildRelease, {}, analyst);
    const note = `The demonstration, looked at as a whole (${releaseId.slice(0, 8)}).`;
    return seedBy(seeding, signRelease, { release: String(number), note }, reviewer);
  });
