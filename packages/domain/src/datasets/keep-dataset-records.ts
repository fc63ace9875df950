import { sql } from "kysely";
import { locksFor } from "../kernel/actor.ts";
import type { Context } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";
import { keepRecord } from "../records/keep-record.ts";

/** What the records of a dataset tell of it. */
type Told = Readonly<{ datasetId: string; fileName: string; doubtful: number }>;

/** Keeps the record of a dataset, which all of the office's people see, and that of its doubtful values, if it has any. */
export async function keepDatasetRecords(context: Context, dataset: Told, dataSet: string): Promise<void> {
  const { datasetId, fileName, doubtful } = dataset;
  await keepRecord(context, {
    ...{ recordId: `dataset:${datasetId}`, kind: "dataset", title: fileName, words: `${datasetId} ${dataSet}` },
    ...{ state: "loaded", locks: locksFor([...staffRoles]), turn: [] },
  });
  if (doubtful > 0) await keepDoubt(context, dataset, doubtful);
}

/** Keeps the record of a dataset's doubtful values as it stands after a decision. */
export async function keepDoubtRecord(context: Context, datasetId: string): Promise<void> {
  const { rows } = await sql<Told & { undecided: number }>`
    select dataset_id as "datasetId", file_name as "fileName", doubtful, doubtful - (
      select count(distinct observation_no) from doubt_decisions decided
      where decided.system_id = dataset.system_id and decided.dataset_id = dataset.dataset_id) as undecided
    from datasets dataset where system_id = ${context.systemId} and dataset_id = ${datasetId}`.execute(context.db);
  for (const { undecided, ...dataset } of rows) await keepDoubt(context, dataset, undecided);
}

/** One record for all doubtful values of a dataset. It waits for the analysts until each is decided. */
const keepDoubt = (context: Context, { datasetId, fileName, doubtful }: Told, undecided: number): Promise<void> =>
  keepRecord(context, {
    ...{ recordId: `doubt:${datasetId}`, kind: "doubt", title: doubtTitle(fileName, doubtful), words: datasetId },
    locks: locksFor(["administrator", "analyst", "reviewer"]),
    ...(undecided > 0
      ? { state: "open", turn: ["analyst@*"], nextStep: "decide-doubt" }
      : { state: "decided", turn: [], nextStep: null }),
  });

const doubtTitle = (fileName: string, doubtful: number) => ({
  en: `${doubtful} doubtful ${doubtful === 1 ? "value" : "values"} in ${fileName}`,
  es: `${doubtful} ${doubtful === 1 ? "valor dudoso" : "valores dudosos"} en ${fileName}`,
});
