import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import type { Actor } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { releaseRemarks } from "./check-release.rules.ts";
import { findRelease } from "./find-release.ts";
import { keepReleaseRecord } from "./keep-release-record.ts";
import { makeRelease } from "./make-release.ts";
import { recordAction, releaseActions } from "./release-actions.ts";
import { currentInputs } from "./release-inputs.ts";
import { sameName } from "./same-name.rules.ts";

/**
 * Signs a release and publishes it. The release is made once more first: what is signed is what the inputs give, and
 * nothing that came in between is left out unseen.
 */
export const signRelease = command({
  name: "sign-release",
  title: "sign a release",
  input: z.object({ release: z.string().optional(), note: z.string().trim().min(3, "say what you looked at") }),
  access: inSystem("reviewer"),
  run: async (context, { release, note }) => {
    const { db, systemId, actor } = context;
    const found = await findRelease(db, systemId, release);
    if (isRefusal(found)) return found;
    const done = await releaseActions(db, systemId, found.releaseId);
    const last = done.at(-1);
    if (last?.action === "published")
      return refuse(
        "conflict",
        "already-published",
        `Release ${found.number} was published already, signed by ${last.doneBy}.`,
      );
    if (done[0] && isSamePerson(done[0], actor))
      return refuse("forbidden", "own-work", "Whoever built a release cannot sign it: a second person looks at it.");
    const made = await makeRelease(db, systemId, await currentInputs(db, systemId));
    if (isRefusal(made)) return made;
    if (made.built.id !== found.releaseId)
      return refuse(
        "conflict",
        "inputs-changed",
        `Something was loaded or decided since release ${found.number} was built. Build again, and sign that.`,
      );
    const stops = releaseRemarks(made.content).filter((remark) => remark.stops);
    if (stops.length > 0) return refuse("conflict", "check-failed", stops.map((remark) => remark.message).join(" "));
    await recordAction(context, found.releaseId, "signed", note);
    await recordAction(context, found.releaseId, "published", note);
    await keepReleaseRecord(context, found, "published");
    return found;
  },
});

/** By who had signed in, and by name where that is not known: at the machine itself people only say who they are. */
const isSamePerson = (
  built: Readonly<{ doneBy: string; personId: string | null }>,
  { name, personId }: Actor,
): boolean => (personId !== null && built.personId === personId) || sameName(built.doneBy, name);
