import { defineDepartment } from "@evenspan/domain/organization/define-department";
import { useOffice } from "../../../office/office-visit.ts";
import { SelectField } from "../../../parts/form/select-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { DefineForm } from "./define-form.tsx";
import type { Organized } from "./organized.ts";

/** Departments, each of one facility: hours and hourly rates are kept by them. */
export function Departments({ departments, facilities }: Pick<Organized, "departments" | "facilities">) {
  const { t } = useOffice();
  const choices = facilities.map(({ facilityId, name }) => ({ value: facilityId, label: name }));
  const nameOf = (id: string) => facilities.find(({ facilityId }) => facilityId === id)?.name ?? id;
  return (
    <section aria-labelledby="departments">
      <h2 id="departments">{t("organization.departments")}</h2>
      {departments.length === 0 && <p>{t("organization.none-yet")}</p>}
      <ul className="rows">
        {departments.map(({ departmentId, facilityId, name }) => (
          <li key={departmentId}>
            <div>
              <strong>{name}</strong> <span className="note">{nameOf(facilityId)}</span>
            </div>
            <DefineForm
              form="department"
              item={departmentId}
              summary={t("organization.change", { name })}
              does={defineDepartment}
            >
              <TextField name="name" label={t("people.name")} value={name} />
              <input type="hidden" name="facilityId" value={facilityId} />
            </DefineForm>
          </li>
        ))}
      </ul>
      <DefineForm form="department" summary={t("organization.add-department")} does={defineDepartment}>
        <TextField name="name" label={t("people.name")} />
        <SelectField name="facilityId" label={t("people.facility")} none={t("organization.choose")} choices={choices} />
      </DefineForm>
    </section>
  );
}
