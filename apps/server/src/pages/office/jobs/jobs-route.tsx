import { type Job, listJobs } from "@evenspan/domain/jobs/list-jobs";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Empty } from "../../../parts/list/empty.tsx";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { JobStateTag } from "./job-state-tag.tsx";
import { jobKindName } from "./job-words.ts";

/** Long work: one's own, and to administrators everyone's. */
export const jobsRoute: ClosedRoute = {
  path: "jobs",
  get: async ({ act, t }) => {
    const jobs = await act(listJobs, {});
    return isRefusal(jobs) ? jobs : page(t("jobs.title"), <Jobs jobs={jobs} />);
  },
};

function Jobs({ jobs }: { jobs: readonly Job[] }) {
  const { href, language, t } = useOffice();
  const titles = [t("records.what"), t("records.state"), t("jobs.asked-by"), t("jobs.asked-at"), t("jobs.ended-at")];
  return (
    <>
      <h1>{t("jobs.title")}</h1>
      <p className="note">{t("jobs.lead")}</p>
      {jobs.length === 0 ? (
        <Empty>
          <p>{t("jobs.none")}</p>
        </Empty>
      ) : (
        <OfficeTable
          label={t("jobs.title")}
          columns={titles.map((title) => ({ title }))}
          rows={jobs.map((job) => ({
            key: job.jobId,
            about: <a href={href(`/jobs/${job.jobId}`)}>{jobKindName(job.kind, t)}</a>,
            cells: [
              <JobStateTag key="state" state={job.state} />,
              job.askedBy,
              momentText(job.askedAt, language),
              job.endedAt && momentText(job.endedAt, language),
            ],
          }))}
        />
      )}
    </>
  );
}
