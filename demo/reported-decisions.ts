import { decideDoubt } from "@evenspan/domain/datasets/decide-doubt";
import { asOffice, type Seeding, seedBy } from "./seeding.ts";

const reason =
  "Two independent readers report the City’s figure alike, and no data set of it was read: shown as reported, without an interval.";

/**
 * Decides that what others reported may be shown. Such a value names no data set, so it is in doubt and would be
 * withheld without a person's decision; its figure says that it is reported.
 */
export async function decideReported(seeding: Seeding, reportedDataset: string): Promise<void> {
  const doubtful = await asOffice(seeding, ({ db, systemId }) =>
    db
      .selectFrom("observations")
      .where("system_id", "=", systemId)
      .where("dataset_id", "=", reportedDataset)
      .where("doubt", "=", "no-source-file")
      .select("observation_no")
      .orderBy("observation_no")
      .execute(),
  );
  for (const { observation_no: observation } of doubtful)
    await seedBy(seeding, decideDoubt, { datasetId: reportedDataset, observation, decision: "publish", reason });
}
