import { defineMember } from "@evenspan/domain/organization/define-member";
import type { Member } from "@evenspan/domain/organization/list-members";
import { useOffice } from "../../../office/office-visit.ts";
import { TextField } from "../../../parts/form/text-field.tsx";
import { calendarDay } from "../../../words/calendar-day.ts";
import { DefineForm } from "./define-form.tsx";

/** The hospital systems of a collaborative. A single health system has none, and is not asked for any. */
export function Members({ members }: { members: readonly Member[] }) {
  const { system, language, t } = useOffice();
  if (system.kind !== "collaborative") return null;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{t("organization.members")}</h2>
      {members.length === 0 && <p>{t("organization.none-yet")}</p>}
      <ul className="rows">
        {members.map(({ slug, name, joinedOn, leftOn }) => (
          <li key={slug + joinedOn}>
            <div>
              <strong>{name}</strong>
              <p className="note">
                {t("organization.joined", { day: calendarDay(joinedOn, language) })}{" "}
                {leftOn && t("organization.until", { day: calendarDay(leftOn, language) })}
              </p>
            </div>
            <DefineForm form="member" item={slug} summary={t("organization.change", { name })} does={defineMember}>
              <MemberFields name={name} joinedOn={joinedOn} leftOn={leftOn} />
            </DefineForm>
          </li>
        ))}
      </ul>
      <DefineForm form="member" summary={t("organization.add-member")} does={defineMember}>
        <MemberFields />
      </DefineForm>
    </section>
  );
}

function MemberFields({ name, joinedOn, leftOn }: Partial<Member>) {
  const { t } = useOffice();
  return (
    <>
      <TextField name="name" label={t("people.name")} value={name} />
      <TextField name="joinedOn" type="date" label={t("organization.joined-on")} value={joinedOn} />
      <TextField name="leftOn" type="date" label={t("organization.left-on")} value={leftOn ?? undefined} optional />
    </>
  );
}
