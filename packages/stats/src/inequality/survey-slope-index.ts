import { columnOf } from "../column.ts";
import { impossible, isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { countLine } from "./count-line.ts";
import { type CountSlopeIndex, indexOfLine } from "./slope-index-counts.ts";
import { designVariance } from "./survey-design.ts";
import { rankedPeople, type SurveyPeople } from "./survey-people.ts";
import { sandwich } from "./two-by-two.ts";

/**
 * The slope and relative indices of inequality of a yes-or-no outcome among people of a survey.
 *
 * Formula. Weighted logistic line of the outcome on fractional rank; SII = p(1) − p(0), RII = p(1)/p(0); errors by
 * linearisation: scores are summed over sampling units, and their variance within strata is sandwiched.
 * Units. Shares; weights in any unit.
 * Refuses. missing-value; impossible-value for outcomes outside 0 to 1 or negative weights; too-few-observations;
 * no-variation where all outcomes or all ranks are the same; no-convergence where no line fits best.
 * References. Binder DA, Int Stat Rev 1983;51:279-292; Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health
 * 2022;19:3697.
 * Checked against. sii_rii_heat (healthequal 1.0.1 on survey 4.4.2, strata of one unit centred at the mean of all).
 * @example
 * surveySlopeIndex({
 *   outcomes: [0, 1, 0, 1, 1, 0, 1, 1],
 *   rankedBy: [1, 1, 2, 2, 3, 3, 4, 4],
 *   strata: [1, 1, 1, 1, 2, 2, 2, 2],
 * }) // => { sii: { value: 0.568102, limits: { standardError: 0.479423 } }, rii: { value: 2.834873 } }
 */
export function surveySlopeIndex(
  people: SurveyPeople,
  options: Readonly<{ level?: number }> = {},
): CountSlopeIndex | Undefined {
  const ranked = rankedPeople(people);
  if (isUndefined(ranked)) return ranked;
  const { outcomes, weights, ranks, mean } = ranked;
  if (columnOf(outcomes).some((y) => y < 0 || y > 1)) return impossible("A logistic line takes outcomes from 0 to 1.");
  if (mean === 0 || mean === 1) return undefinedBecause("no-variation", "Nobody or everybody has the outcome.");
  const events = columnOf(outcomes, (y, i) => weights[i]! * y);
  const line = countLine(ranks, events, weights, "binomial");
  if (isUndefined(line)) return line;
  const scores = events.map((seen, i) => seen - weights[i]! * line.fitted(ranks[i]!));
  const meat = designVariance(
    scores,
    scores.map((score, i) => score * ranks[i]!),
    people,
  );
  return indexOfLine(line, sandwich(line.covariance, meat), options.level ?? 0.95);
}
