import type { OfferedProvider } from "@evenspan/domain/sign-in/providers/list-providers";
import { useOffice } from "../../../office/office-visit.ts";
import { ownNames } from "../../../parts/layout/own-names.ts";
import { Crumbs } from "../../../parts/list/crumbs.tsx";
import { Facts } from "../../../parts/list/facts.tsx";
import { dayText } from "../../../words/day-text.ts";
import { momentText } from "../../../words/moment-text.ts";
import { PersonAccount } from "./person-account.tsx";
import { PersonRoles } from "./person-roles.tsx";
import { PersonSessions } from "./person-sessions.tsx";
import { PersonStateTag } from "./person-state-tag.tsx";
import type { GrantPlaces } from "./places.ts";
import type { ShownPerson } from "./shown-person.ts";

type Props = { record: ShownPerson; places: GrantPlaces; providers: readonly OfferedProvider[] };

/** The page of one person. */
export function Person({ record, places, providers }: Props) {
  const { language, href, signedIn, t } = useOffice();
  const runs = signedIn?.actor.grants.some(({ role }) => role === "administrator") ?? false;
  return (
    <>
      {runs && <Crumbs to="/people">{t("people.title")}</Crumbs>}
      <h1>
        {record.name} <PersonStateTag state={record.state} />
      </h1>
      <Facts
        of={[
          [t("field.email.label"), record.email],
          [t("person.language"), ownNames[record.language]],
          [t("person.since"), dayText(record.madeAt, language)],
          [
            t("people.last-sign-in"),
            record.lastSignInAt ? momentText(record.lastSignInAt, language) : t("people.never"),
          ],
          [t("factor.title"), record.hasSecondFactor ? t("person.with-codes") : t("person.without-codes")],
          record.state === "invited" && [
            t("person.invitation"),
            record.invitedUntil
              ? t("person.invited-until", { until: momentText(record.invitedUntil, language) })
              : t("person.invitation-over"),
          ],
        ]}
      />
      <PersonRoles record={record} places={places} />
      {runs && <PersonAccount record={record} providers={providers} />}
      <PersonSessions sessions={record.sessions} mayEnd={runs && record.personId !== signedIn?.person.personId} />
      {runs && (
        <p>
          <a href={href("/audit", { subject: `person:${record.personId}` })}>{t("person.audit")}</a>
        </p>
      )}
    </>
  );
}
