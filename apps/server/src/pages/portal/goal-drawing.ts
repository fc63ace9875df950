import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, periodWords } from "@evenspan/domain/figures/figure-words";
import type { GoalReading } from "@evenspan/domain/goals/goal";
import type { LineDrawing } from "../../parts/line/line-drawing.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import type { Visit } from "../visit.ts";
import { stopOf } from "./line-words.ts";

/** A goal over time: the stops are years, the baseline is a rule, and the promise runs from it to the target. */
export function goalDrawing(reading: GoalReading, visit: Visit): LineDrawing {
  const { release, language, t } = visit;
  const { goal, targetValue } = reading;
  const curve = reading.curve.flatMap((id) => release.figure(id) ?? []);
  const baseline = release.figure(reading.baselineFigure);
  const first = Math.min(goal.baselineYear, ...curve.map(middle));
  const at = (year: number) => (year - first) / (goal.targetYear - first || 1);
  const stops = curve.map((figure) =>
    stopOf(
      figure,
      periodWords(figure.period, language),
      at(middle(figure)),
      visit,
      figure.period.to === goal.baselineYear,
    ),
  );
  const amount = targetValue === null ? "" : amountText(targetValue, "years", decimalsOf(goal.indicator), language);
  return {
    sentence: reading.sentence[language],
    stops,
    rules:
      baseline?.value == null
        ? []
        : [
            {
              kind: "baseline",
              name: t("goal.baseline", { year: String(goal.baselineYear) }),
              value: baseline.value,
              from: at(goal.baselineYear),
            },
          ],
    measure: null,
    plan:
      baseline?.value == null || targetValue === null
        ? null
        : {
            from: { at: at(goal.baselineYear), value: baseline.value },
            to: { at: 1, value: targetValue },
            text: amount,
            name: t("goal.target", { year: String(goal.targetYear) }),
          },
    fromZero: true,
  };
}

const middle = ({ period }: Figure): number => (period.from + period.to) / 2;
