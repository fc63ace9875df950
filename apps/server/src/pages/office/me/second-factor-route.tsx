import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { giveSecondFactor } from "@evenspan/domain/sign-in/second-factor/give-second-factor";
import { newRecoveryCodes } from "@evenspan/domain/sign-in/second-factor/new-recovery-codes";
import { formActions } from "../../../office/forms/form-actions.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { CodeField } from "../../../parts/form/code-field.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { RecoveryCodes } from "../sign-in/recovery-codes.tsx";
import { MyPages } from "./my-pages.tsx";

/** Whether one has an authenticator; sets one up, or makes new recovery codes, or goes on to another phone. */
export const mySecondFactorRoute: ClosedRoute = {
  path: "me/second-factor",
  get: async ({ t }) => page(t("factor.title"), <MyFactor />),
  post: formActions({
    "new-codes": async ({ desk, token, href, t }, _params, form) => {
      const outcome = await newRecoveryCodes(desk, { token, code: form.exact("code") });
      if (isRefusal(outcome)) return outcome;
      const props = { codes: outcome.recoveryCodes, onward: href("/me/second-factor") };
      return page(t("recovery.title"), <RecoveryCodes {...props} />);
    },
    replace: async ({ desk, token, device, href }, _params, form) => {
      const outcome = await giveSecondFactor(desk, { token, code: form.exact("code"), device });
      if (isRefusal(outcome)) return outcome;
      const cookies = [{ name: "session", value: outcome.token } as const];
      return goTo(href("/second-factor/set-up", { another: "yes" }), undefined, { cookies });
    },
  }),
};

function MyFactor() {
  const { signedIn, href, t } = useOffice();
  return (
    <>
      <MyPages />
      <h1>{t("factor.title")}</h1>
      {signedIn?.hasSecondFactor ? (
        <>
          <p className="lead">{t("factor.on")}</p>
          <h2>{t("factor.new-codes")}</h2>
          <p>{t("factor.new-codes-lead")}</p>
          <OfficeForm name="new-codes">
            <CodeField name="code" label={t("field.code.label")} />
            <Button>{t("factor.new-codes-do")}</Button>
          </OfficeForm>
          <h2>{t("factor.replace")}</h2>
          <p>{t("factor.replace-lead")}</p>
          <OfficeForm name="replace">
            <CodeField name="code" label={t("field.code.label")} />
            <Button kind="other">{t("factor.replace-do")}</Button>
          </OfficeForm>
        </>
      ) : (
        <>
          <p className="lead">{t("factor.off")}</p>
          <p>
            <a className="button" href={href("/second-factor/set-up", { to: href("/me/second-factor") })}>
              {t("factor.set-up")}
            </a>
          </p>
        </>
      )}
    </>
  );
}
