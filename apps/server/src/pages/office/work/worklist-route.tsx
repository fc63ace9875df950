import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { listNotices } from "@evenspan/domain/notices/list-notices";
import { type Worklist, worklist } from "@evenspan/domain/records/worklist";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Empty } from "../../../parts/list/empty.tsx";
import { WorklistRow } from "./worklist-row.tsx";

/** The first page of the office: what waits for this person, what is late first. */
export const worklistRoute: ClosedRoute = {
  path: "",
  get: async ({ act, may, t }) => {
    if (!may(worklist)) return page(t("worklist.title"), <NoRole />);
    const [waiting, notices] = await Promise.all([act(worklist, {}), act(listNotices, { isUnread: true })]);
    if (isRefusal(waiting)) return waiting;
    return page(t("worklist.title"), <Waiting {...waiting} unread={isRefusal(notices) ? 0 : notices.unread} />);
  },
};

function Waiting({ records, isMore, unread }: Worklist & { unread: number }) {
  const { href, t } = useOffice();
  const late = records.filter(({ isLate }) => isLate).length;
  return (
    <>
      <h1>{t("worklist.title")}</h1>
      <WaitingRoles />
      {unread > 0 && (
        <p>
          <a href={href("/notices")}>{t("worklist.notices", { count: unread })}</a>
        </p>
      )}
      {records.length === 0 ? (
        <Empty>
          <p>{t("worklist.none")}</p>
          <p>
            <a href={href("/records")}>{t("worklist.to-records")}</a>
          </p>
        </Empty>
      ) : (
        <>
          <p className="lead">
            {t("worklist.count", { count: records.length })} {late > 0 && t("worklist.late", { count: late })}
          </p>
          <ol className="worklist">
            {records.map((record) => (
              <WorklistRow key={record.recordId} record={record} />
            ))}
          </ol>
          {isMore && <p className="remark">{t("worklist.more")}</p>}
        </>
      )}
    </>
  );
}

function NoRole() {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("worklist.title")}</h1>
      <WaitingRoles />
      <Empty>
        <p>{t("worklist.no-role")}</p>
      </Empty>
    </>
  );
}

/** Some roles count only after a code: said here, for else one would look in vain for their pages. */
function WaitingRoles() {
  const { signedIn, href, t } = useOffice();
  const count = signedIn?.withheld.length ?? 0;
  if (count === 0) return null;
  return (
    <p className="remark">
      {t("me.waiting-roles", { count })} <a href={href("/second-factor/set-up")}>{t("factor.set-up")}</a>
    </p>
  );
}
