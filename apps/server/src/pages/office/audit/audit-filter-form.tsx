import type { Facility } from "@evenspan/domain/organization/list-facilities";
import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { FilterChoice, FilterDay, FilterForm, FilterText } from "../../../parts/list/filter-form.tsx";

/** The kinds of entry. */
export const auditKinds = ["command", "read", "export", "refused"] as const;

/** What each kind is called. */
export const auditKindLabels = {
  command: "audit.kind.command",
  read: "audit.kind.read",
  export: "audit.kind.export",
  refused: "audit.kind.refused",
} as const satisfies Record<(typeof auditKinds)[number], PlainKey>;

type Props = { filter: Readonly<Record<string, string | undefined>>; facilities: readonly Facility[] };

/** Which entries of the audit: of a kind, about something, at a facility, between two days. */
export function AuditFilterForm({ filter, facilities }: Props) {
  const { t } = useOffice();
  return (
    <FilterForm to="/audit" label={t("audit.filter")} active={Object.keys(filter).length > 0}>
      <FilterChoice
        name="kind"
        label={t("audit.kind")}
        value={filter.kind ?? ""}
        none={t("list.any")}
        choices={auditKinds.map((value) => ({ value, label: t(auditKindLabels[value]) }))}
      />
      <FilterText name="subject" label={t("audit.subject")} value={filter.subject ?? ""} />
      <FilterText name="name" label={t("audit.name")} value={filter.name ?? ""} />
      {facilities.length > 0 && (
        <FilterChoice
          name="facilityId"
          label={t("people.facility")}
          value={filter.facilityId ?? ""}
          none={t("list.any")}
          choices={facilities.map(({ facilityId, name }) => ({ value: facilityId, label: name }))}
        />
      )}
      <FilterDay name="fromOn" label={t("audit.from-on")} value={filter.fromOn ?? ""} />
      <FilterDay name="untilOn" label={t("audit.until-on")} value={filter.untilOn ?? ""} />
      {filter.personId && <input type="hidden" name="personId" value={filter.personId} />}
    </FilterForm>
  );
}
