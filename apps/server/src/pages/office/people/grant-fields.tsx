import { roles } from "@evenspan/domain/kernel/roles";
import { useOffice } from "../../../office/office-visit.ts";
import { Field } from "../../../parts/form/field.tsx";
import { SelectField } from "../../../parts/form/select-field.tsx";
import { roleName } from "../../../words/role-words.ts";
import type { GrantPlaces } from "./places.ts";

/** Which role, and where: everywhere, at a facility, or for an organization outside. */
export function GrantFields({ places }: { places: GrantPlaces }) {
  const { t } = useOffice();
  const choices = roles
    .filter((role) => role !== "resident")
    .map((role) => ({ value: role, label: roleName(role, t) }));
  return (
    <>
      <SelectField name="role" label={t("people.role")} none={t("people.choose")} choices={choices} />
      <Field name="place" label={t("people.where")} hint={t("people.where-hint")}>
        {(control, typed) => (
          <select {...control} defaultValue={typed ?? ""}>
            <option value="">{t("people.everywhere")}</option>
            <Places label={t("people.facilities")} kind="facility" listed={places.facilities} />
            <Places label={t("people.partners")} kind="partner" listed={places.partners} />
          </select>
        )}
      </Field>
    </>
  );
}

type PlacesProps = { label: string; kind: "facility" | "partner"; listed: GrantPlaces["facilities"] };

function Places({ label, kind, listed }: PlacesProps) {
  if (listed.length === 0) return null;
  return (
    <optgroup label={label}>
      {listed.map(({ id, name }) => (
        <option key={id} value={`${kind}:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
