import {
  type Comparison,
  comparison,
  isNotComparable,
  type NotComparable,
} from "@evenspan/domain/figures/comparison.rules";
import type { Figure } from "@evenspan/domain/figures/figure";
import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import type { Translate } from "../messages/translate.ts";

/** How a figure stands to another, for a cell of a table: higher, lower, or what keeps us from saying. */
export function verdictWords(figure: Figure, other: Figure | undefined, t: Translate): string {
  if (indicatorByKey(figure.indicator)?.better === "neither") return "";
  if (!other) return t("verdict.none");
  const it = comparison(figure, other);
  if (isNotComparable(it)) return notComparableWords(it, t);
  return it.verdict === "first-higher"
    ? t("verdict.higher")
    : it.verdict === "second-higher"
      ? t("verdict.lower")
      : t("verdict.cannot-tell");
}

/** What keeps us from comparing two figures, in few words. */
export function notComparableWords({ notComparable }: NotComparable, t: Translate): string {
  if (notComparable === "not-shown") return t("verdict.not-shown");
  return notComparable === "no-interval" ? t("verdict.no-range") : t("verdict.none");
}

/** The difference of two figures as something that can be put in words like a figure. */
export const asWorded = ({ difference, lower, upper }: Comparison, unit: Figure["unit"]) => {
  const turned = difference < 0;
  return {
    unit,
    value: Math.abs(difference),
    lower: turned ? -upper : lower,
    upper: turned ? -lower : upper,
  };
};
