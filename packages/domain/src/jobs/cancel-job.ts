import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { refuse } from "../kernel/refusal.ts";

/** Asks that long work end. What waits ends now; what runs ends when it next tells how far it is, and is undone. */
export const cancelJob = command({
  name: "cancel-job",
  title: "end long work",
  input: z.object({ jobId: z.uuid() }),
  access: inSystem("administrator", "analyst"),
  keeps: ({ jobId }) => ({ subject: `job:${jobId}` }),
  run: async ({ db, now }, { jobId }) => {
    const job = await db.selectFrom("jobs").select("state").where("job_id", "=", jobId).executeTakeFirst();
    if (!job) return refuse("not-found", "job", "There is no such work, or it is not yours.");
    if (job.state !== "waiting" && job.state !== "running")
      return refuse("conflict", "job-ended", "That work has ended already.");
    await db.updateTable("jobs").set({ cancel_asked_at: now }).where("job_id", "=", jobId).execute();
    await db
      .updateTable("jobs")
      .set({ state: "cancelled", ended_at: now })
      .where("job_id", "=", jobId)
      .where("state", "=", "waiting")
      .execute();
    return { jobId };
  },
});
