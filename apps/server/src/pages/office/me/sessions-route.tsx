import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { type ListedSession, listSessions } from "@evenspan/domain/sign-in/sessions/list-sessions";
import { revokeSession } from "@evenspan/domain/sign-in/sessions/revoke-session";
import { signOutEverywhere } from "@evenspan/domain/sign-in/sessions/sign-out-everywhere";
import { itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { signedOutCookies } from "../sign-in/after-sign-in.ts";
import { MyPages } from "./my-pages.tsx";

/** Where one is signed in, and how to end that: one place, or all. */
export const sessionsRoute: ClosedRoute = {
  path: "me/sessions",
  get: async ({ desk, token, t }) => {
    const listed = await listSessions(desk, { token });
    return isRefusal(listed) ? listed : page(t("sessions.title"), <Sessions listed={listed} />);
  },
  post: formActions({
    revoke: async ({ desk, token, href }, _params, form) => {
      const outcome = await revokeSession(desk, { token, sessionId: form.text(itemField) });
      return isRefusal(outcome) ? outcome : goTo(href("/me/sessions"), "said.session-revoked");
    },
    everywhere: async ({ desk, token, href }) => {
      const outcome = await signOutEverywhere(desk, { token });
      if (isRefusal(outcome)) return outcome;
      return goTo(href("/sign-in"), "said.signed-out-everywhere", { cookies: signedOutCookies });
    },
  }),
};

function Sessions({ listed }: { listed: readonly ListedSession[] }) {
  const { t } = useOffice();
  return (
    <>
      <MyPages />
      <h1>{t("sessions.title")}</h1>
      <p className="lead">{t("sessions.lead")}</p>
      <ul className="rows">
        {listed.map((session) => (
          <li key={session.sessionId}>
            <OneSession {...session} />
          </li>
        ))}
      </ul>
      <OfficeForm name="everywhere">
        <Button kind="careful">{t("sessions.everywhere")}</Button>
      </OfficeForm>
    </>
  );
}

function OneSession({ sessionId, device, fromAddress, begunAt, seenAt, isThis }: ListedSession) {
  const { language, t } = useOffice();
  return (
    <>
      <div>
        <strong>{device || t("sessions.unknown-device")}</strong>
        {isThis && <span className="tag">{t("sessions.this")}</span>}
        <p className="note">
          {t("sessions.about", {
            from: fromAddress || "?",
            begun: momentText(begunAt, language),
            seen: momentText(seenAt, language),
          })}
        </p>
      </div>
      {!isThis && (
        <OfficeForm name="revoke" item={sessionId} bare>
          <Button kind="other">
            {t("sessions.revoke")} <span className="spoken">{device || t("sessions.unknown-device")}</span>
          </Button>
        </OfficeForm>
      )}
    </>
  );
}
