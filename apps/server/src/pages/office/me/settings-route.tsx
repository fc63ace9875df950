import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { type MailChoice, mailChoice } from "@evenspan/domain/notices/choose-mail";
import { changeOwnSettings } from "@evenspan/domain/people/change-own-settings";

import { languages } from "../../../http/languages.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { RadioField } from "../../../parts/form/radio-field.tsx";
import { ownNames } from "../../../parts/layout/own-names.ts";
import { grantText } from "../../../words/grant-text.ts";
import { MyPages } from "./my-pages.tsx";

/** One's own name, roles, language and letters. The name is changed by an administrator, as it stands under what one signs. */
export const settingsRoute: ClosedRoute = {
  path: "me",
  get: async ({ act, signedIn, t }) => {
    if (signedIn.actor.grants.length === 0) return page(t("me.title"), <Settings mail={null} />);
    const settings = await act(mailChoice, {});
    return isRefusal(settings) ? settings : page(t("me.title"), <Settings mail={settings.mail} />);
  },
  post: async ({ act, href }, _params, form) => {
    const outcome = await act(changeOwnSettings, { language: form.text("language"), mail: form.text("mail") });
    return isRefusal(outcome) ? outcome : goTo(href("/me"), "said.settings-changed");
  },
};

function Settings({ mail }: { mail: MailChoice | null }) {
  const { signedIn, t } = useOffice();
  const { person, actor, withheld } = signedIn!;
  return (
    <>
      <MyPages />
      <h1>{t("me.title")}</h1>
      <dl className="facts">
        <div>
          <dt>{t("me.name")}</dt>
          <dd>{person.name}</dd>
        </div>
        <div>
          <dt>{t("field.email.label")}</dt>
          <dd>{person.email}</dd>
        </div>
        <div>
          <dt>{t("me.roles")}</dt>
          <dd>{actor.grants.map((grant) => grantText(grant, t)).join("; ") || t("refused.you-have-none")}</dd>
        </div>
      </dl>
      <p className="note">{t("me.ask-administrator")}</p>
      <WaitingRoles count={withheld.length} />
      {mail && <SettingsForm language={person.language} mail={mail} />}
    </>
  );
}

function WaitingRoles({ count }: { count: number }) {
  const { href, t } = useOffice();
  if (count === 0) return null;
  return (
    <p className="remark">
      {t("me.waiting-roles", { count })} <a href={href("/second-factor/set-up")}>{t("factor.set-up")}</a>
    </p>
  );
}

function SettingsForm({ language, mail }: { language: string; mail: MailChoice }) {
  const { t } = useOffice();
  return (
    <OfficeForm name="settings">
      <RadioField
        name="language"
        legend={t("me.language")}
        hint={t("me.language-hint")}
        value={language}
        choices={languages.map((value) => ({ value, label: ownNames[value], lang: value }))}
      />
      <RadioField
        name="mail"
        legend={t("me.mail")}
        value={mail}
        choices={[
          { value: "at-once", label: t("me.mail.at-once") },
          { value: "daily", label: t("me.mail.daily") },
          { value: "never", label: t("me.mail.never") },
        ]}
      />
      <Button>{t("me.save")}</Button>
    </OfficeForm>
  );
}
