import { randomUUID } from "node:crypto";
import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { keysOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import { jobKinds } from "./job-kinds.ts";

/** Asks for long work. It is done by the program that works in the background, with the keys of who asks. */
export const askJob = command({
  name: "ask-job",
  title: "ask for long work",
  input: z.object({ kind: z.enum([...jobKinds.keys()] as [string, ...string[]]), input: z.json() }),
  access: inSystem("administrator", "analyst"),
  keeps: (_, { jobId, kind }: Readonly<{ jobId: string; kind: string }>) => ({
    subject: `job:${jobId}`,
    facts: { kind },
  }),
  run: async ({ db, systemId, actor, now }, { kind, input }) => {
    const jobId = randomUUID();
    await db
      .insertInto("jobs")
      .values({
        ...{ system_id: systemId, job_id: jobId, kind, input: JSON.stringify(input), state: "waiting", asked_at: now },
        ...{ person_id: actor.personId, actor: actor.name, keys: [...keysOf(actor)] },
      })
      .execute();
    return { jobId, kind };
  },
});
