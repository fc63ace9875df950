import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { refuse } from "../kernel/refusal.ts";
import { keepDoubtRecord } from "./keep-dataset-records.ts";

/** Decides whether a doubtful value may be published, with a reason that receipts can show. The last decision counts. */
export const decideDoubt = command({
  name: "decide-doubt",
  title: "decide on a doubtful value",
  input: z.object({
    datasetId: z.string().min(1),
    observation: z.int().min(1),
    decision: z.enum(["publish", "withhold"]),
    reason: z.string().trim().min(10, "say why in a sentence"),
  }),
  access: inSystem("analyst", "reviewer", "administrator"),
  run: async (context, { datasetId, observation, decision, reason }) => {
    const { db, systemId, actor, now } = context;
    const found = await db
      .selectFrom("observations")
      .where("system_id", "=", systemId)
      .where("dataset_id", "=", datasetId)
      .where("observation_no", "=", observation)
      .select("doubt")
      .executeTakeFirst();
    if (!found)
      return refuse("not-found", "observation", `The dataset ${datasetId} has no row numbered ${observation}.`);
    if (found.doubt === null)
      return refuse("conflict", "not-doubtful", "That value is not in doubt, so there is nothing to decide.");
    const last = await db
      .selectFrom("doubt_decisions")
      .where("system_id", "=", systemId)
      .where("dataset_id", "=", datasetId)
      .where("observation_no", "=", observation)
      .select(["seq", "decision", "reason"])
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirst();
    if (last?.decision === decision && last.reason === reason) return { seq: last.seq };
    const seq = (last?.seq ?? 0) + 1;
    await db
      .insertInto("doubt_decisions")
      .values({
        system_id: systemId,
        dataset_id: datasetId,
        observation_no: observation,
        seq,
        decision,
        reason,
        decided_by: actor.name,
        decided_at: now,
      })
      .execute();
    await keepDoubtRecord(context, datasetId);
    return { seq };
  },
});
