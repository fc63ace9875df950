import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { acceptInvitation } from "@evenspan/domain/sign-in/links/accept-invitation";
import { lookAtLink } from "@evenspan/domain/sign-in/links/look-at-link";
import { page } from "../../../office/office-answer.ts";
import type { OpenRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { PasswordField } from "../../../parts/form/password-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { afterSignIn } from "./after-sign-in.ts";
import { PasswordRules } from "./password-rules.tsx";

/** Accepts an invitation: the person's name as they write it, and a password. Then they are signed in. */
export const invitationRoute: OpenRoute = {
  path: "invitation/:token",
  open: true,
  get: async ({ desk, t, system }, { token }) => {
    const found = await lookAtLink(desk, { linkToken: token!, purpose: "invitation" });
    return isRefusal(found) ? found : page(t("invitation.title", { name: system.name }), <Invitation {...found} />);
  },
  post: async (visit, { token }, form) => {
    const outcome = await acceptInvitation(visit.desk, {
      linkToken: token!,
      name: form.text("name"),
      password: form.exact("password"),
      device: visit.device,
    });
    return isRefusal(outcome) ? outcome : afterSignIn(visit, outcome, null);
  },
};

function Invitation({ name, email }: { name: string; email: string }) {
  const { system, t } = useOffice();
  return (
    <>
      <h1>{t("invitation.title", { name: system.name })}</h1>
      <p className="lead">{t("invitation.lead", { email })}</p>
      <OfficeForm name="invitation">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <TextField
          name="name"
          label={t("field.name.label")}
          hint={t("field.name.hint")}
          value={name}
          autoComplete="name"
        />
        <PasswordField
          name="password"
          kind="new-password"
          label={t("field.new-password.label")}
          hint={<PasswordRules />}
        />
        <Button>{t("invitation.do")}</Button>
      </OfficeForm>
    </>
  );
}
