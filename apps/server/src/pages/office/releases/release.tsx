import { stateWords } from "@evenspan/domain/figures/figure-words";
import type { ValueState } from "@evenspan/domain/kernel/value-state";
import type { ReleaseActionRow } from "@evenspan/domain/releases/release-actions";
import { useOffice } from "../../../office/office-visit.ts";
import { InEnglish } from "../../../parts/in-english.tsx";
import { Life, type LifeStop } from "../../../parts/life.tsx";
import { Crumbs } from "../../../parts/list/crumbs.tsx";
import { Facts } from "../../../parts/list/facts.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { ReleaseChanges } from "./release-changes.tsx";
import { ReleaseFiles } from "./release-files.tsx";
import { ReleaseForms } from "./release-forms.tsx";
import { releaseStates } from "./release-state-tag.tsx";
import type { ReviewedRelease } from "./reviewed-release.ts";

/** The page of a release. */
export function Release({ review, can }: { review: ReviewedRelease; can: { sign: boolean; withdraw: boolean } }) {
  const { language, t } = useOffice();
  const states = Object.entries(review.states) as [ValueState, number][];
  return (
    <>
      <Crumbs to="/releases">{t("releases.title")}</Crumbs>
      <h1>{t("releases.one", { number: review.number })}</h1>
      <Life label={t("releases.life")} stops={useStops(review.actions)} />
      <section aria-labelledby="remarks">
        <h2 id="remarks">{t("releases.remarks")}</h2>
        {review.remarks.length === 0 && <p>{t("releases.no-remarks")}</p>}
        <ul className="remarks">
          {review.remarks.map(({ code, message, stops }) => (
            <li key={code + message} className={stops ? "stops" : undefined}>
              {stops && <strong>{t("releases.stops")} </strong>}
              <InEnglish>{message}</InEnglish>
            </li>
          ))}
        </ul>
        <Facts
          of={[
            ...states.map(([state, count]): [string, string] => [
              stateWords[state][language],
              t("releases.figures", { count }),
            ]),
            [
              "SHA-256",
              <code key="id" className="hash">
                {review.releaseId}
              </code>,
            ],
          ]}
        />
      </section>
      <ReleaseChanges changes={review.changes} publicNumber={review.publicNumber} />
      <ReleaseFiles files={review.files} />
      <ReleaseForms review={review} can={can} />
    </>
  );
}

/** Built, signed, published; and withdrawn, where that was done. */
function useStops(actions: readonly ReleaseActionRow[]): readonly LifeStop[] {
  const { language, t } = useOffice();
  const last = actions.at(-1)?.action;
  const names =
    last === "withdrawn"
      ? (["built", "signed", "published", "withdrawn"] as const)
      : (["built", "signed", "published"] as const);
  return names.map((name) => {
    const done = actions.findLast(({ action }) => action === name);
    const at = name === last ? "now" : done ? "done" : "ahead";
    if (!done) return { name: t(releaseStates[name]), at };
    const about = (
      <>
        {done.doneBy}, {momentText(done.doneAt, language)}. <q>{done.note}</q>
      </>
    );
    return { name: t(releaseStates[name]), at, about };
  });
}
