import { seal, unseal } from "@evenspan/domain/access/office-key";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { beginEnrolment } from "@evenspan/domain/sign-in/second-factor/begin-enrolment";
import { confirmEnrolment } from "@evenspan/domain/sign-in/second-factor/confirm-enrolment";
import { localPath } from "../../../office/http/local-path.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { type OfficeVisit, useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { CodeField } from "../../../parts/form/code-field.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { QrCode } from "../../../parts/qr-code.tsx";
import { roleName } from "../../../words/role-words.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Sets up an authenticator: a picture to scan or letters to type, and its first code. Then recovery codes, shown once. */
export const setUpRoute: ClosedRoute = {
  path: "second-factor/set-up",
  get: async (visit) => {
    const { desk, token, signedIn, href, t } = visit;
    if (signedIn.hasSecondFactor && visit.query.get("another") !== "yes") return goTo(href("/me/second-factor"));
    const begun = begunBefore(visit) ?? (await beginEnrolment(desk, { token }));
    if (isRefusal(begun)) return begun;
    const again = seal(desk.officeKey, purposeOf(visit), Buffer.from(JSON.stringify(begun)));
    return page(t("set-up.title"), <SetUp {...begun} again={again.toString("base64url")} />);
  },
  post: async (visit, _params, form) => {
    const { desk, token, query, href, t } = visit;
    const outcome = await confirmEnrolment(desk, { token, code: form.exact("code") });
    if (isRefusal(outcome)) return outcome;
    const onward = localPath(query.get("to")) ?? href("");
    return page(t("recovery.title"), <RecoveryCodes codes={outcome.recoveryCodes} onward={onward} />, {
      cookies: [{ name: "session", value: outcome.token }],
    });
  },
};

type Begun = Readonly<{ secret: string; address: string }>;

/** The form carries what was shown, sealed, so that after a code that did not fit the same picture stands there again. */
const shownField = "shown";

const purposeOf = ({ signedIn }: OfficeVisit): string => `set-up:${signedIn.sessionId}`;

function begunBefore(visit: OfficeVisit): Begun | null {
  const shown = visit.returned?.refusal ? visit.returned.typed[shownField]?.[0] : undefined;
  const opened = shown ? unseal(visit.desk.officeKey, purposeOf(visit), Buffer.from(shown, "base64url")) : null;
  return opened && JSON.parse(opened.toString());
}

function SetUp({ secret, address, again }: Begun & { again: string }) {
  const { signedIn, query, href, t } = useOffice();
  const withheld = signedIn?.withheld ?? [];
  return (
    <>
      <h1>{t("set-up.title")}</h1>
      <p className="lead">{t("set-up.lead")}</p>
      {withheld.length > 0 && (
        <p>{t("set-up.withheld", { roles: withheld.map((role) => roleName(role, t)).join(", ") })}</p>
      )}
      <ol className="steps">
        <li>{t("set-up.step-app")}</li>
        <li>
          {t("set-up.step-scan")}
          <QrCode text={address} label={t("set-up.picture")} />
          <p>{t("set-up.by-hand")}</p>
          <p>
            <code className="secret">{secret.replace(/.{4}(?=.)/g, "$& ")}</code>
          </p>
        </li>
        <li>
          {t("set-up.step-code")}
          <OfficeForm name="set-up">
            <input type="hidden" name={shownField} value={again} />
            <CodeField name="code" label={t("field.code.label")} />
            <Button>{t("set-up.do")}</Button>
          </OfficeForm>
        </li>
      </ol>
      {withheld.length > 0 && (
        <p>
          <a href={localPath(query.get("to")) ?? href("")}>{t("set-up.later")}</a>
        </p>
      )}
    </>
  );
}
