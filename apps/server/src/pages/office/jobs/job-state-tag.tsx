import type { Job } from "@evenspan/domain/jobs/list-jobs";
import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";

const labels = {
  waiting: "job.state.waiting",
  running: "job.state.running",
  done: "job.state.done",
  failed: "job.state.failed",
  cancelled: "job.state.cancelled",
} as const satisfies Record<Job["state"], PlainKey>;

/** How long work stands, in a word. */
export function JobStateTag({ state }: Pick<Job, "state">) {
  const { t } = useOffice();
  return <span className={state === "done" ? "state" : "state open"}>{t(labels[state])}</span>;
}
