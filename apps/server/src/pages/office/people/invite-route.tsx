import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { invitePerson } from "@evenspan/domain/people/invite-person";
import { languages } from "../../../http/languages.ts";
import { forbiddenUnless } from "../../../office/forbidden-unless.ts";
import { renameFields } from "../../../office/forms/rename-fields.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { RadioField } from "../../../parts/form/radio-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { ownNames } from "../../../parts/layout/own-names.ts";
import { Crumbs } from "../../../parts/list/crumbs.tsx";
import { GrantFields } from "./grant-fields.tsx";
import { type GrantPlaces, grantOfFields, grantPlaces } from "./places.ts";

/** Invites someone: a letter goes out with a link that is good for a week. */
export const inviteRoute: ClosedRoute = {
  path: "people/invite",
  get: async (visit) =>
    forbiddenUnless(visit, invitePerson) ?? page(visit.t("invite.title"), <Invite places={await grantPlaces(visit)} />),
  post: async ({ act, href, language }, _params, form) => {
    const outcome = await act(invitePerson, {
      ...{ name: form.text("name"), email: form.text("email"), language: form.text("language") || language },
      grants: [grantOfFields(form.text("role"), form.text("place"))],
    });
    if (isRefusal(outcome)) return renameFields(outcome, fieldNames);
    return goTo(href(`/people/${outcome.personId}`), "said.invited");
  },
};

const fieldNames = { "grants.0.role": "role", "grants.0.facilityId": "place", "grants.0.partnerId": "place" };

function Invite({ places }: { places: GrantPlaces }) {
  const { language, t } = useOffice();
  return (
    <>
      <Crumbs to="/people">{t("people.title")}</Crumbs>
      <h1>{t("invite.title")}</h1>
      <p className="lead">{t("invite.lead")}</p>
      <OfficeForm name="invite">
        <TextField name="name" label={t("people.name")} />
        <TextField name="email" type="email" label={t("field.email.label")} spellCheck={false} />
        <RadioField
          name="language"
          legend={t("invite.language")}
          value={language}
          choices={languages.map((value) => ({ value, label: ownNames[value], lang: value }))}
        />
        <GrantFields places={places} />
        <p className="hint">{t("invite.more-roles")}</p>
        <Button>{t("invite.do")}</Button>
      </OfficeForm>
    </>
  );
}
