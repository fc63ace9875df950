import { auditCsv } from "@evenspan/domain/audit/export-audit";
import { type AuditEntry, listAudit } from "@evenspan/domain/audit/list-audit";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { type Facility, listFacilities } from "@evenspan/domain/organization/list-facilities";
import { csvStream } from "../../../office/csv-stream.ts";
import { isDay, isKey, isUuid, isWords, knownValues } from "../../../office/list-query.ts";
import { download, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { type OfficeVisit, useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Empty } from "../../../parts/list/empty.tsx";
import { Pager } from "../../../parts/list/pager.tsx";
import { AuditFilterForm, auditKinds } from "./audit-filter-form.tsx";
import { AuditTable } from "./audit-table.tsx";

/** What was done, by whom, when, from where and why; for administrators, and as a file. */
export const auditRoute: ClosedRoute = {
  path: "audit",
  get: async (visit) => {
    const { act, query, t } = visit;
    const filter = filterOf(visit);
    const listed = await act(listAudit, { ...filter, after: query.get("after") || undefined });
    if (isRefusal(listed)) return listed;
    const facilities = await act(listFacilities, {});
    const props = { filter, ...listed, isFirst: !query.get("after") };
    return page(t("audit.title"), <Audit {...props} facilities={isRefusal(facilities) ? [] : facilities} />);
  },
  post: async (visit) => {
    const { desk, occasion, now } = visit;
    const pieces = await auditCsv(desk.db, occasion, filterOf(visit));
    if (isRefusal(pieces)) return pieces;
    const fileName = `evenspan-audit-${now.toISOString().slice(0, 10)}.csv`;
    return download(csvStream(pieces), { mediaType: "text/csv; charset=utf-8", fileName });
  },
};

const filterOf = ({ query }: OfficeVisit) =>
  knownValues(query, {
    ...{ kind: auditKinds, name: isKey, subject: isWords, personId: isUuid },
    ...{ facilityId: isKey, fromOn: isDay, untilOn: isDay },
  });

type Props = {
  filter: ReturnType<typeof filterOf>;
  entries: readonly AuditEntry[];
  next: string | null;
  isFirst: boolean;
  facilities: readonly Facility[];
};

function Audit({ filter, entries, next, isFirst, facilities }: Props) {
  const { href, t } = useOffice();
  return (
    <>
      <div className="head">
        <h1>{t("audit.title")}</h1>
        <OfficeForm name="export" bare>
          <Button kind="other">{t("list.save-csv")}</Button>
        </OfficeForm>
      </div>
      <p className="note">{t("audit.lead")}</p>
      <AuditFilterForm filter={filter} facilities={facilities} />
      {entries.length === 0 ? (
        <Empty>
          <p>{t("audit.none")}</p>
        </Empty>
      ) : (
        <AuditTable entries={entries} />
      )}
      <Pager
        first={isFirst ? null : href("/audit", filter)}
        next={next ? href("/audit", { ...filter, after: next }) : null}
      />
    </>
  );
}
