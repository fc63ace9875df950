import { cancelJob } from "@evenspan/domain/jobs/cancel-job";
import { type Job, listJobs } from "@evenspan/domain/jobs/list-jobs";
import { isRefusal, refuse } from "@evenspan/domain/kernel/refusal";
import { isUuid } from "../../../office/list-query.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Crumbs } from "../../../parts/list/crumbs.tsx";
import { Facts } from "../../../parts/list/facts.tsx";
import { Progress } from "../../../parts/progress.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { JobStateTag } from "./job-state-tag.tsx";
import { jobKindName } from "./job-words.ts";

/** How far long work is. The page stands still; a link looks again. It can be ended, and is then undone. */
export const jobRoute: ClosedRoute = {
  path: "jobs/:jobId",
  get: async ({ act, t }, { jobId }) => {
    if (!isUuid(jobId!)) return noSuch;
    const jobs = await act(listJobs, { jobId });
    if (isRefusal(jobs)) return jobs;
    return jobs[0] ? page(jobKindName(jobs[0].kind, t), <OneJob job={jobs[0]} />) : noSuch;
  },
  post: async ({ act, href }, { jobId }) => {
    const ended = await act(cancelJob, { jobId });
    return isRefusal(ended) ? ended : goTo(href(`/jobs/${jobId}`), "said.job-ending");
  },
};

const noSuch = refuse("not-found", "job", "There is no such work, or it is not yours.");

function OneJob({ job }: { job: Job }) {
  const { href, language, t } = useOffice();
  const name = jobKindName(job.kind, t);
  const isUnderWay = job.state === "waiting" || job.state === "running";
  return (
    <>
      <Crumbs to="/jobs">{t("jobs.title")}</Crumbs>
      <h1>
        {name} <JobStateTag state={job.state} />
      </h1>
      {isUnderWay && <Progress share={job.doneShare} label={name} />}
      {job.said && <p className={job.state === "failed" ? "remark" : "lead"}>{job.said[language]}</p>}
      <div className="buttons">
        {isUnderWay && (
          <a className="button" href={href(`/jobs/${job.jobId}`)}>
            {t("jobs.look-again")}
          </a>
        )}
        {isUnderWay && !job.isEnding && (
          <OfficeForm name="end" bare>
            <Button kind="careful">{t("jobs.end")}</Button>
          </OfficeForm>
        )}
        {job.state === "done" && (
          <a className="button" href={href("/releases")}>
            {t("jobs.to-releases")}
          </a>
        )}
      </div>
      {job.isEnding && <p>{t("jobs.ending")}</p>}
      <Facts
        of={[
          [t("jobs.asked-by"), job.askedBy],
          [t("jobs.asked-at"), momentText(job.askedAt, language)],
          job.endedAt !== null && [t("jobs.ended-at"), momentText(job.endedAt, language)],
        ]}
      />
    </>
  );
}
