import { keysOf } from "@evenspan/domain/kernel/actor";
import type { SavedView } from "@evenspan/domain/records/list-views";
import type { Facet, Facets } from "@evenspan/domain/records/rows/facets";
import type { ListedRecord } from "@evenspan/domain/records/rows/listed-record";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Empty } from "../../../parts/list/empty.tsx";
import { FilterCheck, FilterChoice, FilterForm, FilterText } from "../../../parts/list/filter-form.tsx";
import { type OfficeColumn, OfficeTable } from "../../../parts/list/office-table.tsx";
import { Pager } from "../../../parts/list/pager.tsx";
import { SavedViews } from "../../../parts/list/saved-views.tsx";
import { recordStateName } from "../../../words/record-words.ts";
import { shortDay } from "../../../words/short-day.ts";
import { dueText } from "../../../words/since-text.ts";
import { turnText } from "../../../words/turn-text.ts";
import type { ChosenList } from "./chosen-list.ts";
import { FacetLinks } from "./facet-links.tsx";
import { RecordTitle } from "./record-title.tsx";

type Props = {
  records: readonly ListedRecord[];
  next: string | null;
  isCut: boolean;
  isFirst: boolean;
  facets: Facets;
  chosen: ChosenList;
  placeOf: (facilityId: string) => string;
  views: readonly SavedView[];
  canExport: boolean;
};

/** The list of records. */
export function Records({ records, next, isCut, isFirst, facets, chosen, placeOf, views, canExport }: Props) {
  const { href, t } = useOffice();
  return (
    <>
      <div className="head">
        <h1>{t("records.title")}</h1>
        {canExport && (
          <OfficeForm name="export" bare>
            <Button kind="other">{t("list.save-csv")}</Button>
          </OfficeForm>
        )}
      </div>
      <FacetLinks kinds={facets.kinds} chosen={chosen} />
      <RecordFilter facets={facets} chosen={chosen} placeOf={placeOf} />
      <SavedViews views={views} canSave={Object.keys(chosen).length > 0} />
      {isCut && <p className="remark">{t("records.cut")}</p>}
      {records.length === 0 ? (
        <Empty>
          <p>{t(Object.keys(chosen).length > 0 ? "records.none-chosen" : "records.none")}</p>
        </Empty>
      ) : (
        <RecordTable records={records} chosen={chosen} placeOf={placeOf} />
      )}
      <Pager
        first={isFirst ? null : href("/records", chosen)}
        next={next ? href("/records", { ...chosen, after: next }) : null}
      />
    </>
  );
}

function RecordFilter({ facets, chosen, placeOf }: Pick<Props, "facets" | "chosen" | "placeOf">) {
  const { t } = useOffice();
  const { sort, direction, kind, ...narrowed } = chosen;
  const withCount = ({ value, count, isMore }: Facet, name: string) => ({
    value,
    label: `${name} (${count}${isMore ? "+" : ""})`,
  });
  return (
    <FilterForm to="/records" label={t("records.filter")} active={Object.keys(narrowed).length > 0}>
      {Object.entries({ kind, sort, direction }).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <FilterText name="text" label={t("records.text")} value={chosen.text ?? ""} />
      {facets.states.length > 0 && (
        <FilterChoice
          name="state"
          label={t("records.state")}
          value={chosen.state ?? ""}
          none={t("list.any")}
          choices={facets.states.map((one) => withCount(one, recordStateName(one.value, t)))}
        />
      )}
      {facets.facilities.length > 0 && (
        <FilterChoice
          name="facilityId"
          label={t("people.facility")}
          value={chosen.facilityId ?? ""}
          none={t("list.any")}
          choices={facets.facilities.map((one) => withCount(one, placeOf(one.value)))}
        />
      )}
      <FilterCheck name="late" label={t("records.late")} checked={chosen.late === "yes"} />
    </FilterForm>
  );
}

function RecordTable({ records, chosen, placeOf }: Pick<Props, "records" | "chosen" | "placeOf">) {
  const { signedIn, language, now, href, t } = useOffice();
  const own = signedIn ? keysOf(signedIn.actor) : [];
  const sorted = chosen.sort ?? "changed";
  const direction = chosen.direction ?? (sorted === "changed" ? "down" : "up");
  const sortBy = (sort: string): NonNullable<OfficeColumn["sort"]> => {
    const isNow = sort === sorted;
    const first = sort === "changed" ? "down" : "up";
    const to = isNow ? (direction === "up" ? "down" : "up") : first;
    const now = direction === "up" ? "ascending" : "descending";
    return { href: href("/records", { ...chosen, sort, direction: to }), now: isNow ? now : null };
  };
  const hasPlaces = records.some(({ facilityId }) => facilityId !== null);
  return (
    <OfficeTable
      label={t("records.title")}
      columns={[
        { title: t("records.what"), sort: sortBy("title") },
        { title: t("records.state") },
        ...(hasPlaces ? [{ title: t("people.facility") }] : []),
        { title: t("records.turn") },
        { title: t("records.due"), sort: sortBy("due") },
        { title: t("records.changed"), sort: sortBy("changed") },
      ]}
      rows={records.map((one) => ({
        key: one.recordId,
        about: <RecordTitle {...one} />,
        late: one.isLate,
        cells: [
          <span key="state" className={one.turn.length > 0 ? "state open" : "state"}>
            {recordStateName(one.state, t)}
          </span>,
          ...(hasPlaces ? [one.facilityId === null ? null : placeOf(one.facilityId)] : []),
          turnText(one.turn, own, t) || null,
          one.dueOn === null ? null : one.isLate ? (
            <strong key="due" className="is-late">
              {dueText(one.dueOn, now, t)}
            </strong>
          ) : (
            dueText(one.dueOn, now, t)
          ),
          shortDay(one.changedAt, language),
        ],
      }))}
    />
  );
}
