import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, unitText } from "@evenspan/domain/figures/figure-words";
import type { GoalReading } from "@evenspan/domain/goals/goal";
import type { PlaceId } from "@evenspan/domain/places/place";
import { useVisit } from "../../pages/visit.ts";
import { figurePath } from "../../words/figure-address.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import type { LineDrawing } from "./line-drawing.ts";

type Props = { drawing: LineDrawing; reference?: Figure | null; goal?: GoalReading | null };

/** What the signs of a line mean: the dot, the range, the rules across it, and what a gap in it is. */
export function LineLegend({ drawing: { stops, rules }, reference, goal }: Props) {
  const { t } = useVisit();
  const has = (kind: string) => rules.some((rule) => rule.kind === kind);
  return (
    <ul className="line-legend">
      <li>
        <svg width="40" height="24" aria-hidden="true" className="line">
          <path className="whisker" d="M15 2h10M20 2v20M15 22h10" />
          <circle className="dot" cx="20" cy="12" r="6" />
        </svg>
        {t("line.range")}
      </li>
      {reference && has("reference") && <Reference figure={reference} />}
      {goal && goal.targetValue !== null && has("goal") && <GoalRule goal={goal} value={goal.targetValue} />}
      {stops.some(({ kind }) => kind === "synthetic") && (
        <li>
          <svg width="40" height="24" aria-hidden="true" className="line">
            <path className="dot synthetic" d="M20 4l8 8-8 8-8-8Z" />
          </svg>
          {t("line.synthetic")}
        </li>
      )}
      {stops.some(({ kind }) => kind === "told") && (
        <li>
          <svg width="40" height="24" aria-hidden="true" className="line">
            <circle className="dot told" cx="20" cy="12" r="7" />
          </svg>
          {t("line.told")}
        </li>
      )}
      {stops.some(({ value }) => value === null) && <li>{t("line.void")}</li>}
    </ul>
  );
}

function Reference({ figure }: { figure: Figure }) {
  const { language, href, t } = useVisit();
  const amount = amountText(figure.value ?? 0, figure.unit, decimalsOf(figure.indicator), language);
  return (
    <li>
      <Sample kind="reference" />
      <span>
        {t("line.reference", { place: placeLabel(figure.subject as PlaceId, language) })}{" "}
        <a href={href(figurePath(figure.id))}>
          {amount} {unitText(figure.unit, figure.value ?? 0, language)}
        </a>
      </span>
    </li>
  );
}

function GoalRule({ goal, value }: { goal: GoalReading; value: number }) {
  const { language, t } = useVisit();
  const amount = amountText(value, "years", decimalsOf(goal.goal.indicator), language);
  return (
    <li>
      <Sample kind="goal" />
      {t("line.goal-rule", { year: String(goal.goal.targetYear), amount })}
    </li>
  );
}

function Sample({ kind }: { kind: string }) {
  return (
    <svg width="40" height="24" aria-hidden="true" className="line">
      <g className={`rule ${kind}`}>
        <line x1="0" x2="40" y1="12" y2="12" />
      </g>
    </svg>
  );
}
