import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { newRecoveryCodes } from "@evenspan/domain/sign-in/second-factor/new-recovery-codes";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { CodeField } from "../../../parts/form/code-field.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { RecoveryCodes } from "../sign-in/recovery-codes.tsx";
import { MyPages } from "./my-pages.tsx";

/** Whether one has an authenticator; sets one up, or makes new recovery codes. */
export const mySecondFactorRoute: ClosedRoute = {
  path: "me/second-factor",
  get: async ({ t }) => page(t("factor.title"), <MyFactor />),
  post: async ({ desk, token, href, t }, _params, form) => {
    const outcome = await newRecoveryCodes(desk, { token, code: form.exact("code") });
    if (isRefusal(outcome)) return outcome;
    return page(
      t("recovery.title"),
      <RecoveryCodes codes={outcome.recoveryCodes} onward={href("/me/second-factor")} />,
    );
  },
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
