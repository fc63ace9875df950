import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { lookAtLink } from "@evenspan/domain/sign-in/links/look-at-link";
import { linkMinutes } from "@evenspan/domain/sign-in/links/make-link";
import { askPasswordReset } from "@evenspan/domain/sign-in/passwords/ask-password-reset";
import { resetPassword } from "@evenspan/domain/sign-in/passwords/reset-password";
import { goTo, page } from "../../../office/office-answer.ts";
import type { OpenRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { PasswordField } from "../../../parts/form/password-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { signedOutCookies } from "./after-sign-in.ts";
import { Asked } from "./asked.tsx";
import { PasswordRules } from "./password-rules.tsx";

/** Asks for a letter with which to choose a new password. */
export const askPasswordRoute: OpenRoute = {
  path: "new-password",
  open: true,
  get: async ({ t }) => page(t("forgot.title"), <Forgot />),
  post: async ({ desk, t }, _params, form) => {
    const outcome = await askPasswordReset(desk, { email: form.text("email") });
    if (isRefusal(outcome)) return outcome;
    return page(t("asked.title"), <Asked minutes={linkMinutes["password-reset"]} again="/new-password" />);
  },
};

/** Chooses a new password by the letter's link. It ends every session, and then the person signs in with it. */
export const newPasswordRoute: OpenRoute = {
  path: "new-password/:token",
  open: true,
  get: async ({ desk, t }, { token }) => {
    const found = await lookAtLink(desk, { linkToken: token!, purpose: "password-reset" });
    return isRefusal(found) ? found : page(t("new-password.title"), <NewPassword email={found.email} />);
  },
  post: async ({ desk, href }, { token }, form) => {
    const outcome = await resetPassword(desk, { linkToken: token!, password: form.exact("password") });
    if (isRefusal(outcome)) return outcome;
    return goTo(href("/sign-in"), "said.password-set", { cookies: signedOutCookies });
  },
};

function Forgot() {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("forgot.title")}</h1>
      <p className="lead">{t("forgot.lead")}</p>
      <OfficeForm name="forgot">
        <TextField
          name="email"
          type="email"
          label={t("field.email.label")}
          autoComplete="username"
          spellCheck={false}
        />
        <Button>{t("forgot.do")}</Button>
      </OfficeForm>
    </>
  );
}

function NewPassword({ email }: { email: string }) {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("new-password.title")}</h1>
      <p className="lead">{t("new-password.lead", { email })}</p>
      <OfficeForm name="new-password">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField
          name="password"
          kind="new-password"
          label={t("field.new-password.label")}
          hint={<PasswordRules />}
        />
        <Button>{t("new-password.do")}</Button>
      </OfficeForm>
    </>
  );
}
