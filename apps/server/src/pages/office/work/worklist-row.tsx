import { keysOf } from "@evenspan/domain/kernel/actor";
import type { ListedRecord } from "@evenspan/domain/records/rows/listed-record";
import { useOffice } from "../../../office/office-visit.ts";
import { nextStepName } from "../../../words/record-words.ts";
import { dueText, sinceText } from "../../../words/since-text.ts";
import { turnText } from "../../../words/turn-text.ts";
import { RecordTitle, recordPath } from "../records/record-title.tsx";
import { thingPath } from "../records/thing-path.ts";

/** A row of the worklist, a stop on its line: what it is, whose turn it is, since when, and the one next step. */
export function WorklistRow({ record }: { record: ListedRecord }) {
  const { signedIn, href, now, t } = useOffice();
  const own = signedIn ? keysOf(signedIn.actor) : [];
  const step = record.nextStep === null ? t("record.open-thing") : nextStepName(record.nextStep, t);
  const due = record.dueOn === null ? null : dueText(record.dueOn, now, t);
  return (
    <li className={record.isLate ? "late" : undefined}>
      <div className="what">
        <RecordTitle {...record} />
      </div>
      <dl>
        <div>
          <dt>{t("records.turn")}</dt>
          <dd>{turnText(record.turn, own, t)}</dd>
        </div>
        <div>
          <dt>{t("worklist.waits")}</dt>
          <dd>{sinceText(record.since, now, t)}</dd>
        </div>
        {due !== null && (
          <div>
            <dt>{t("records.due")}</dt>
            <dd>{record.isLate ? <strong className="is-late">{due}</strong> : due}</dd>
          </div>
        )}
      </dl>
      <a className="button other" href={href(thingPath(record) ?? recordPath(record.recordId))}>
        {step} <span className="spoken">{record.title.en}</span>
      </a>
    </li>
  );
}
