import { useOffice } from "../../../office/office-visit.ts";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import { momentText } from "../../../words/moment-text.ts";
import type { ShownPerson } from "./shown-person.ts";

/** Where a person is and was signed in, the newest first. */
export function PersonSessions({ sessions }: Pick<ShownPerson, "sessions">) {
  const { language, t } = useOffice();
  if (sessions.length === 0) return null;
  const titles = [
    t("person.session.device"),
    t("person.session.from"),
    t("person.session.begun"),
    t("person.session.end"),
  ];
  return (
    <Folded summary={t("person.sessions", { count: sessions.length })}>
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
    </Folded>
  );
}
