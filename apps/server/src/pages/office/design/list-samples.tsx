import type { ListedRecord } from "@evenspan/domain/records/rows/listed-record";
import { officeDay } from "@evenspan/domain/records/rows/office-day";
import { useOffice } from "../../../office/office-visit.ts";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { Pager } from "../../../parts/list/pager.tsx";
import { WorklistRow } from "../work/worklist-row.tsx";

/** The worklist, a table with its sorted column and a late row, tags and the way to the next page. */
export function ListSamples() {
  const { now, t } = useOffice();
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const record: ListedRecord = {
    ...{ recordId: "release:sample", kind: "release", facilityId: null, state: "draft", turn: ["reviewer@*"] },
    ...{ title: { en: "Release 12", es: "Edición 12" }, nextStep: "sign-release", dueOn: officeDay(before(3)) },
    ...{ since: before(9), changedAt: now, isLate: true },
  };
  const rest = { ...record, recordId: "release:other", dueOn: null, isLate: false, since: now };
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{t("design.lists")}</h2>
      <ol className="worklist">
        <WorklistRow record={record} />
        <WorklistRow record={rest} />
      </ol>
      <OfficeTable
        label={t("design.lists")}
        columns={[
          { title: t("records.what"), sort: { href: "#lists", now: "ascending" } },
          { title: t("records.state") },
          { title: t("releases.now"), number: true },
        ]}
        rows={[
          { key: "a", about: "Loop", late: true, cells: [<State key="s" open />, "85.1"] },
          { key: "b", about: "West Garfield Park", cells: [<State key="s" />, "68.9"] },
        ]}
      />
      <Pager first="#lists" next="#lists" />
    </section>
  );
}

function State({ open }: { open?: boolean }) {
  const { t } = useOffice();
  return (
    <span className={open ? "state open" : "state"}>{t(open ? "release.state.built" : "release.state.published")}</span>
  );
}
