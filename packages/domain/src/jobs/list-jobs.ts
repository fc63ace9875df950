import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import type { Text } from "../kernel/text.ts";

/** A job as its page shows it. `doneShare` is 0 to 1. */
export type Job = Readonly<{
  jobId: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  doneShare: number;
  said: Text | null;
  askedBy: string;
  askedAt: Date;
  endedAt: Date | null;
  isEnding: boolean;
}>;

/** The newest long work: one's own; to administrators, everyone's. */
export const listJobs = query("query", {
  name: "list-jobs",
  title: "look at long work",
  input: z.object({ jobId: z.uuid().optional() }),
  access: inSystem("administrator", "analyst"),
  run: async ({ db }, { jobId }): Promise<readonly Job[]> => {
    const rows = await db
      .selectFrom("jobs")
      .select([
        "job_id",
        "kind",
        "state",
        "done_share",
        "said_en",
        "said_es",
        "actor",
        "asked_at",
        "ended_at",
        "cancel_asked_at",
      ])
      .$if(jobId !== undefined, (some) => some.where("job_id", "=", jobId!))
      .orderBy("asked_at", "desc")
      .limit(50)
      .execute();
    return rows.map((row) => ({
      ...{ jobId: row.job_id, kind: row.kind, state: row.state, doneShare: row.done_share, said: saidOf(row) },
      ...{ askedBy: row.actor, askedAt: row.asked_at, endedAt: row.ended_at },
      isEnding: row.cancel_asked_at !== null && row.ended_at === null,
    }));
  },
});

const saidOf = ({ said_en, said_es }: Readonly<{ said_en: string | null; said_es: string | null }>): Text | null =>
  said_en === null ? null : { en: said_en, es: said_es ?? said_en };
