import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { findRelease } from "./find-release.ts";
import { keepReleaseRecord } from "./keep-release-record.ts";
import { recordAction, releaseActions } from "./release-actions.ts";

/** Takes a published release back, with a reason. It stays stored; the public sees the one before it again. */
export const withdrawRelease = command({
  name: "withdraw-release",
  title: "withdraw a release",
  input: z.object({ release: z.string().min(1), note: z.string().trim().min(10, "say why in a sentence") }),
  access: inSystem("reviewer", "administrator"),
  run: async (context, { release, note }) => {
    const found = await findRelease(context.db, context.systemId, release);
    if (isRefusal(found)) return found;
    const last = (await releaseActions(context.db, context.systemId, found.releaseId)).at(-1);
    if (last?.action !== "published")
      return refuse(
        "conflict",
        "not-published",
        `Release ${found.number} is not public, so there is nothing to take back.`,
      );
    await recordAction(context, found.releaseId, "withdrawn", note);
    await keepReleaseRecord(context, found, "withdrawn");
    return found;
  },
});
