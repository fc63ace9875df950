import { keysOf } from "@evenspan/domain/kernel/actor";
import type { Comment, FileOfRecord } from "@evenspan/domain/records/open-record";
import type { ListedRecord } from "@evenspan/domain/records/rows/listed-record";
import { useOffice } from "../../../office/office-visit.ts";
import { Crumbs } from "../../../parts/list/crumbs.tsx";
import { Facts } from "../../../parts/list/facts.tsx";
import { calendarDay } from "../../../words/calendar-day.ts";
import { dayText } from "../../../words/day-text.ts";
import { kindName, nextStepName, recordStateName } from "../../../words/record-words.ts";
import { dueText, sinceText } from "../../../words/since-text.ts";
import { turnText } from "../../../words/turn-text.ts";
import { RecordComments } from "./record-comments.tsx";
import { RecordFiles } from "./record-files.tsx";
import { thingPath } from "./thing-path.ts";

type Props = { record: ListedRecord; comments: readonly Comment[]; files: readonly FileOfRecord[] };

/** The page of a record. */
export function Record({ record, comments, files }: Props) {
  const { language, href, now, t } = useOffice();
  const isEnglish = language === "es" && record.title.es === record.title.en;
  const thing = thingPath(record);
  return (
    <>
      <Crumbs to="/records">{t("records.title")}</Crumbs>
      <h1 lang={isEnglish ? "en" : undefined}>{record.title[language]}</h1>
      <p className="lead">
        {kindName(record.kind, t)}: {recordStateName(record.state, t)}, {sinceText(record.since, now, t)}
      </p>
      <NextStep record={record} thing={thing} />
      <Facts
        of={[
          record.dueOn !== null && [t("records.due"), <Due key="due" record={record} dueOn={record.dueOn} />],
          record.facilityId !== null && [t("people.facility"), record.facilityId],
          [t("records.changed"), dayText(record.changedAt, language)],
          [t("record.id"), <code key="id">{record.recordId}</code>],
        ]}
      />
      {thing !== null && record.turn.length === 0 && (
        <p>
          <a href={href(thing)}>{t("record.open-thing")}</a>
        </p>
      )}
      <RecordFiles files={files} />
      <RecordComments comments={comments} />
    </>
  );
}

function Due({ record, dueOn }: { record: ListedRecord; dueOn: string }) {
  const { language, now, t } = useOffice();
  const day = calendarDay(dueOn, language);
  if (record.turn.length === 0) return day;
  const due = dueText(dueOn, now, t);
  return (
    <>
      {day}, {record.isLate ? <strong className="is-late">{due}</strong> : due}
    </>
  );
}

/** Whose turn it is, and the one next step: a way to do it, for whose turn it is. */
function NextStep({ record, thing }: { record: ListedRecord; thing: string | null }) {
  const { signedIn, href, t } = useOffice();
  if (record.turn.length === 0) return null;
  const own = signedIn ? keysOf(signedIn.actor) : [];
  const step = record.nextStep === null ? null : nextStepName(record.nextStep, t);
  const isYours = record.turn.some((key) => own.includes(key));
  return (
    <div className="remark next-step">
      <p>
        {t("records.turn")}: <strong>{turnText(record.turn, own, t)}</strong>
      </p>
      {step !== null &&
        (isYours && thing !== null ? (
          <a className="button" href={href(thing)}>
            {step}
          </a>
        ) : (
          <p>{step}</p>
        ))}
    </div>
  );
}
