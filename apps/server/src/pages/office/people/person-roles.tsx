import type { Grant } from "@evenspan/domain/kernel/actor";
import { grantRole } from "@evenspan/domain/people/grant-role";
import { isOpenTo } from "../../../office/is-open-to.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { formId, idOf, OfficeForm } from "../../../parts/form/office-form.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import { dayText } from "../../../words/day-text.ts";
import { grantText } from "../../../words/grant-text.ts";
import { GrantFields } from "./grant-fields.tsx";
import type { GrantPlaces } from "./places.ts";
import type { GivenRole, ShownPerson } from "./shown-person.ts";

/** The roles of a person: those held now, each with a way to take it back; a form for another; and those of before. */
export function PersonRoles({ record, places }: { record: ShownPerson; places: GrantPlaces }) {
  const { signedIn, returned, t } = useOffice();
  const runs = signedIn !== null && isOpenTo(grantRole.access, signedIn.actor);
  const isOneself = signedIn?.person.personId === record.personId;
  const [now, before] = [true, false].map((held) =>
    record.grants.filter(({ revokedAt }) => (revokedAt === null) === held),
  );
  return (
    <section aria-labelledby="roles">
      <h2 id="roles">{t("people.roles")}</h2>
      {now!.length === 0 && <p>{t("people.no-role")}</p>}
      <ul className="rows">
        {now!.map((grant) => (
          <li key={grant.grantId}>
            <HeldRole grant={grant} places={places} canRevoke={runs} />
          </li>
        ))}
      </ul>
      {runs && !isOneself && record.state !== "deactivated" && (
        <Folded summary={t("person.give-role")} open={returned?.form === "grant"}>
          <OfficeForm name="grant">
            <GrantFields places={places} />
            <Button>{t("person.give-role-do")}</Button>
          </OfficeForm>
        </Folded>
      )}
      {runs && isOneself && <p className="note">{t("person.own-roles")}</p>}
      <RolesBefore grants={before!} places={places} />
    </section>
  );
}

function HeldRole({ grant, places, canRevoke }: { grant: GivenRole; places: GrantPlaces; canRevoke: boolean }) {
  const { language, returned, t } = useOffice();
  const name = grantText(asGrant(grant), t, places.nameOf);
  return (
    <>
      <div>
        <strong>{name}</strong>
        <p className="note">
          {t("person.given-by", { who: grant.grantedBy, day: dayText(grant.grantedAt, language) })}
        </p>
      </div>
      {canRevoke && (
        <Folded
          summary={t("person.take-back", { role: name })}
          open={returned !== null && idOf(returned) === formId("revoke", grant.grantId)}
        >
          <OfficeForm name="revoke" item={grant.grantId}>
            <TextField name="reason" label={t("field.reason.label")} />
            <Button kind="careful">{t("person.take-back-do")}</Button>
          </OfficeForm>
        </Folded>
      )}
    </>
  );
}

function RolesBefore({ grants, places }: { grants: readonly GivenRole[]; places: GrantPlaces }) {
  const { language, t } = useOffice();
  if (grants.length === 0) return null;
  return (
    <Folded summary={t("person.roles-before", { count: grants.length })}>
      <ul>
        {grants.map((grant) => (
          <li key={grant.grantId}>
            {grantText(asGrant(grant), t, places.nameOf)}.{" "}
            {t("person.taken-back", {
              who: grant.revokedBy ?? "",
              day: grant.revokedAt ? dayText(grant.revokedAt, language) : "",
            })}{" "}
            <q>{grant.reason}</q>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

const asGrant = ({ role, facilityId, partnerId }: GivenRole): Grant => ({
  role,
  ...(facilityId !== null && { facilityId }),
  ...(partnerId !== null && { partnerId }),
});
