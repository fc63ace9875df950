import { defineReportGroup } from "@evenspan/domain/organization/define-report-group";
import { useOffice } from "../../../office/office-visit.ts";
import { SelectField } from "../../../parts/form/select-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { calendarDay } from "../../../words/calendar-day.ts";
import { DefineForm } from "./define-form.tsx";
import type { Organized } from "./organized.ts";

/** Facilities that report together, each from a day on. */
export function ReportGroups({ groups, facilities }: Pick<Organized, "groups" | "facilities">) {
  const { language, t } = useOffice();
  const nameOf = (id: string) => facilities.find(({ facilityId }) => facilityId === id)?.name ?? id;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{t("organization.groups")}</h2>
      <p className="note">{t("organization.groups-lead")}</p>
      {groups.length === 0 && <p>{t("organization.none-yet")}</p>}
      <ul className="rows">
        {groups.map((group) => (
          <li key={group.reportGroupId}>
            <div>
              <strong>{group.name}</strong>
              {group.facilities.map(({ facilityId, fromOn, untilOn }) => (
                <p key={facilityId + fromOn} className="note">
                  {t("organization.belongs", { name: nameOf(facilityId), from: calendarDay(fromOn, language) })}{" "}
                  {untilOn && t("organization.until", { day: calendarDay(untilOn, language) })}
                </p>
              ))}
            </div>
            <DefineForm
              form="group"
              item={group.reportGroupId}
              summary={t("organization.change", { name: group.name })}
              does={defineReportGroup}
            >
              <GroupFields name={group.name} facilities={facilities} />
            </DefineForm>
          </li>
        ))}
      </ul>
      <DefineForm form="group" summary={t("organization.add-group")} does={defineReportGroup}>
        <GroupFields facilities={facilities} />
      </DefineForm>
    </section>
  );
}

function GroupFields({ name, facilities }: { name?: string } & Pick<Organized, "facilities">) {
  const { t } = useOffice();
  const choices = facilities.map((one) => ({ value: one.facilityId, label: one.name }));
  return (
    <>
      <TextField name="name" label={t("people.name")} value={name} />
      <SelectField
        name="facilityId"
        label={t("organization.belonging")}
        hint={t("organization.belonging-hint")}
        none={t("organization.choose")}
        choices={choices}
        optional
      />
      <TextField name="fromOn" type="date" label={t("organization.from-on")} optional />
      <TextField name="untilOn" type="date" label={t("organization.until-on")} optional />
    </>
  );
}
