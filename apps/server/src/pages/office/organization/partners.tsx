import { definePartner } from "@evenspan/domain/organization/define-partner";
import type { Partner } from "@evenspan/domain/organization/list-partners";
import { useOffice } from "../../../office/office-visit.ts";
import { TextField } from "../../../parts/form/text-field.tsx";
import { calendarDay } from "../../../words/calendar-day.ts";
import { DefineForm } from "./define-form.tsx";

/** Organizations outside the system that work with the office. */
export function Partners({ partners }: { partners: readonly Partner[] }) {
  const { language, t } = useOffice();
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{t("people.partners")}</h2>
      {partners.length === 0 && <p>{t("organization.none-yet")}</p>}
      <ul className="rows">
        {partners.map((one) => (
          <li key={one.partnerId}>
            <div>
              <strong>{one.name}</strong> <span className="note">{one.email}</span>
              {one.endedOn && (
                <p className="note">{t("organization.ended", { day: calendarDay(one.endedOn, language) })}</p>
              )}
            </div>
            <DefineForm
              form="partner"
              item={one.partnerId}
              summary={t("organization.change", { name: one.name })}
              does={definePartner}
            >
              <PartnerFields {...one} />
            </DefineForm>
          </li>
        ))}
      </ul>
      <DefineForm form="partner" summary={t("organization.add-partner")} does={definePartner}>
        <PartnerFields />
      </DefineForm>
    </section>
  );
}

function PartnerFields({ name, email, endedOn }: Partial<Partner>) {
  const { t } = useOffice();
  return (
    <>
      <TextField name="name" label={t("people.name")} value={name} />
      <TextField name="email" type="email" label={t("field.email.label")} value={email ?? undefined} optional />
      <TextField
        name="endedOn"
        type="date"
        label={t("organization.ended-on")}
        hint={t("organization.ended-hint")}
        value={endedOn ?? undefined}
        optional
      />
    </>
  );
}
