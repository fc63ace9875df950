import { sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { meanNotPositive } from "./between-group-variance.ts";
import { type Inequality, withNormalLimits } from "./inequality.ts";
import { designVariance } from "./survey-design.ts";
import { rankedPeople, type SurveyPeople } from "./survey-people.ts";
import { combinedError, inverse, sandwich } from "./two-by-two.ts";

/**
 * The absolute or relative concentration index of an outcome among people of a survey.
 *
 * Formula. Slope of the weighted line of 2σ²_R y (over μ if `relative`) on fractional rank R, σ²_R the weighted variance of
 * the ranks; errors by linearisation over sampling units within strata, the mean held fixed.
 * Units. Those of the outcome, or a share from −1 to 1; weights in any unit.
 * Refuses. missing-value, impossible-value, too-few-observations, no-variation; impossible-value for a relative index
 * with a mean that is not above zero.
 * References. Kakwani N et al, J Econometrics 1997;77:87-103; Binder DA, Int Stat Rev 1983;51:279-292.
 * Checked against. sii_rii_heat (healthequal 1.0.1 on survey 4.4.2).
 * @example
 * surveyConcentrationIndex(
 *   { outcomes: [0, 1, 0, 1, 1, 0, 1, 1], rankedBy: [1, 1, 2, 2, 3, 3, 4, 4] },
 *   { relative: true },
 * ) // => { value: 0.15, limits: { standardError: 0.1327726 } }
 */
export function surveyConcentrationIndex(
  people: SurveyPeople,
  options: Readonly<{ relative?: boolean; level?: number }> = {},
): Inequality | Undefined {
  const ranked = rankedPeople(people);
  if (isUndefined(ranked)) return ranked;
  const { outcomes, weights, ranks, total, mean } = ranked;
  if (options.relative && !(mean > 0)) return meanNotPositive;
  const away = ranks.map((rank) => rank - 0.5);
  const spread = sumOf(away, (d, i) => (weights[i]! * d * d) / total);
  const both = sumOf(away, (d, i) => (weights[i]! * d * outcomes[i]!) / total);
  const scale = (2 * spread) / (options.relative ? mean : 1);
  const slope = both / spread;
  // About the mean rank of ½ the information is diagonal.
  const scores = away.map((d, i) => weights[i]! * (outcomes[i]! - mean - slope * d));
  const meat = designVariance(
    scores,
    scores.map((score, i) => score * away[i]!),
    people,
  );
  const error = combinedError(sandwich(inverse([total, 0, total * spread]), meat), 0, 1);
  return withNormalLimits(scale * slope, scale * error, options.level ?? 0.95);
}
