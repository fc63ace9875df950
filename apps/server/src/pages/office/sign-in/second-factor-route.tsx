import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { giveSecondFactor } from "@evenspan/domain/sign-in/second-factor/give-second-factor";
import { localPath } from "../../../office/http/local-path.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { CodeField } from "../../../parts/form/code-field.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { afterSignIn } from "./after-sign-in.ts";

/** Takes the code of an authenticator, or a recovery code in its place. */
export const secondFactorRoute: ClosedRoute = {
  path: "second-factor",
  half: true,
  get: async ({ signedIn, href, query, t }) => {
    if (signedIn.next !== "second-factor") return goTo(localPath(query.get("to")) ?? href(""));
    return page(t("second-factor.title"), <SecondFactor />);
  },
  post: async (visit, _params, form) => {
    const given = { token: visit.token, code: form.exact("code"), device: visit.device };
    const outcome = await giveSecondFactor(visit.desk, given);
    return isRefusal(outcome) ? outcome : afterSignIn(visit, { ...outcome, next: "done" });
  },
};

function SecondFactor() {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("second-factor.title")}</h1>
      <p className="lead">{t("second-factor.lead")}</p>
      <OfficeForm name="second-factor">
        <CodeField name="code" label={t("field.code.label")} hint={t("second-factor.recovery")} />
        <Button>{t("second-factor.do")}</Button>
      </OfficeForm>
      <p className="note">{t("second-factor.lost")}</p>
    </>
  );
}
