import { askJob } from "@evenspan/domain/jobs/ask-job";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { buildRelease } from "@evenspan/domain/releases/build-release";
import type { ListedRelease } from "@evenspan/domain/releases/list-releases";
import { seeReleases } from "@evenspan/domain/review/see-releases";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Empty } from "../../../parts/list/empty.tsx";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { ReleaseStateTag } from "./release-state-tag.tsx";

/** All releases, and the way to build the next one. */
export const releasesRoute: ClosedRoute = {
  path: "releases",
  get: async ({ act, may, t }) => {
    const listed = await act(seeReleases, {});
    if (isRefusal(listed)) return listed;
    return page(t("releases.title"), <Releases listed={listed} canBuild={may(buildRelease)} />);
  },
  post: async ({ act, href }) => {
    const asked = await act(askJob, { kind: "build-release", input: {} });
    return isRefusal(asked) ? asked : goTo(href(`/jobs/${asked.jobId}`), "said.job-asked");
  },
};

function Releases({ listed, canBuild }: { listed: readonly ListedRelease[]; canBuild: boolean }) {
  const { href, language, t } = useOffice();
  return (
    <>
      <div className="head">
        <h1>{t("releases.title")}</h1>
        {canBuild && (
          <OfficeForm name="build" bare>
            <Button>{t("releases.build")}</Button>
          </OfficeForm>
        )}
      </div>
      <p className="note">{t("releases.lead")}</p>
      {listed.length === 0 ? (
        <Empty>
          <p>{t("releases.none")}</p>
        </Empty>
      ) : (
        <OfficeTable
          label={t("releases.title")}
          columns={[t("releases.number"), t("records.state"), t("releases.by"), t("releases.when")].map((title) => ({
            title,
          }))}
          rows={listed.map(({ number, action, doneBy, doneAt }) => ({
            key: String(number),
            about: <a href={href(`/releases/${number}`)}>{t("releases.one", { number })}</a>,
            cells: [<ReleaseStateTag key="state" action={action} />, doneBy, momentText(doneAt, language)],
          }))}
        />
      )}
    </>
  );
}
