import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { changePassword } from "@evenspan/domain/sign-in/passwords/change-password";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { PasswordField } from "../../../parts/form/password-field.tsx";
import { PasswordRules } from "../sign-in/password-rules.tsx";
import { MyPages } from "./my-pages.tsx";

/** Changes one's password. All other sessions end. */
export const passwordRoute: ClosedRoute = {
  path: "me/password",
  get: async ({ t }) => page(t("password.title"), <ChangePassword />),
  post: async ({ desk, token, href }, _params, form) => {
    const given = { token, password: form.exact("password"), newPassword: form.exact("newPassword") };
    const outcome = await changePassword(desk, given);
    if (isRefusal(outcome)) return outcome;
    return goTo(href("/me/password"), "said.password-changed", {
      cookies: [{ name: "session", value: outcome.token }],
    });
  },
};

function ChangePassword() {
  const { signedIn, t } = useOffice();
  return (
    <>
      <MyPages />
      <h1>{t("password.title")}</h1>
      <p className="lead">{t("password.lead")}</p>
      <OfficeForm name="change-password">
        <input type="hidden" autoComplete="username" value={signedIn?.person.email} readOnly />
        <PasswordField name="password" kind="current-password" label={t("password.now")} />
        <PasswordField
          name="newPassword"
          kind="new-password"
          label={t("field.new-password.label")}
          hint={<PasswordRules />}
        />
        <Button>{t("password.do")}</Button>
      </OfficeForm>
    </>
  );
}
