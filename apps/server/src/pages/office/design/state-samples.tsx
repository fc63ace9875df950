import { stateWords } from "@evenspan/domain/figures/figure-words";
import type { ValueState } from "@evenspan/domain/kernel/value-state";
import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Empty } from "../../../parts/list/empty.tsx";
import { Progress } from "../../../parts/progress.tsx";

const told = [
  ["design.state.partial", "records.cut"],
  ["design.state.refused", "refused.step.forbidden"],
  ["design.state.conflict", "refusal.changed-meanwhile"],
  ["design.state.offline", "office.unavailable.lead"],
  ["design.state.failed", "office.failed.lead"],
] as const satisfies readonly (readonly [PlainKey, PlainKey])[];

/** Each state that a page can be in, with the words that it has there; and the six states of a value. */
export function StateSamples() {
  const { language, t } = useOffice();
  return (
    <section aria-labelledby="states">
      <h2 id="states">{t("design.states")}</h2>
      <h3>{t("design.state.said")}</h3>
      <div className="said">
        <p>{t("said.settings-changed")}</p>
        <p>{t("office.form-returned")}</p>
      </div>
      <h3>{t("design.state.empty")}</h3>
      <Empty>
        <p>{t("worklist.none")}</p>
      </Empty>
      <h3>{t("design.state.loading")}</h3>
      <Progress share={0.1} label={t("design.state.loading")} />
      <h3>{t("design.state.late")}</h3>
      <p>
        <strong className="is-late">{t("due.late", { count: 3 })}</strong>
      </p>
      {told.map(([name, words]) => (
        <div key={name}>
          <h3>{t(name)}</h3>
          <p className="remark">{t(words)}</p>
        </div>
      ))}
      <h3>{t("design.values")}</h3>
      <ul>
        {(Object.keys(stateWords) as ValueState[]).map((state) => (
          <li key={state}>{stateWords[state][language]}</li>
        ))}
      </ul>
    </section>
  );
}
