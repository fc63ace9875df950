import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import { momentText } from "../../../words/moment-text.ts";
import type { ShownPerson } from "./shown-person.ts";

/** Where a person is and was signed in, the newest first; an administrator may end what is open. */
export function PersonSessions({ sessions, mayEnd }: Pick<ShownPerson, "sessions"> & { mayEnd: boolean }) {
  const { language, returned, t } = useOffice();
  if (sessions.length === 0) return null;
  const titles = [
    t("person.session.device"),
    t("person.session.from"),
    t("person.session.begun"),
    t("person.session.end"),
  ];
  return (
    <Folded summary={t("person.sessions", { count: sessions.length })} open={returned?.form === "end-sessions"}>
      <OfficeTable
        label={t("sessions.title")}
        columns={titles.map((title) => ({ title }))}
        rows={sessions.map((one) => ({
          key: one.sessionId,
          about: one.device || t("sessions.unknown-device"),
          cells: [
            one.fromAddress || "?",
            momentText(one.begunAt, language),
            one.endedAt
              ? momentText(one.endedAt, language)
              : t("person.session.seen", { moment: momentText(one.seenAt, language) }),
          ],
        }))}
      />
      {mayEnd && sessions.some(({ endedAt }) => endedAt === null) && (
        <OfficeForm name="end-sessions">
          <p>{t("person.end-sessions-lead")}</p>
          <TextField name="reason" label={t("field.reason.label")} />
          <Button kind="careful">{t("person.end-sessions-do")}</Button>
        </OfficeForm>
      )}
    </Folded>
  );
}
