import { requireSameLength } from "../misuse.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { fractionalRanks } from "./ridits.ts";
import type { SurveyDesign } from "./survey-design.ts";

/** People of a survey: what is measured, what they are ranked by (low is most disadvantaged), weights and design. */
export type SurveyPeople = SurveyDesign &
  Readonly<{ outcomes: ArrayLike<number>; rankedBy: ArrayLike<number>; weights?: ArrayLike<number> }>;

/** People whose figures were checked, with their ranks. */
export type RankedPeople = Readonly<{
  outcomes: ArrayLike<number>;
  weights: ArrayLike<number>;
  ranks: readonly number[];
  total: number;
  mean: number;
}>;

/** Ranks and checks people, or says why no index of them exists. */
export function rankedPeople(people: SurveyPeople): RankedPeople | Undefined {
  const { outcomes, rankedBy, strata, units } = people;
  const weights = people.weights ?? new Float64Array(outcomes.length).fill(1);
  requireSameLength({ outcomes, rankedBy, weights, ...(strata && { strata }), ...(units && { units }) });
  if (outcomes.length < 3) return undefinedBecause("too-few-observations", "There are fewer than three people.");
  const ranks = fractionalRanks(rankedBy, weights);
  if (isUndefined(ranks)) return ranks;
  let total = 0;
  let sum = 0;
  for (let i = 0; i < outcomes.length; i++) {
    total += weights[i]!;
    sum += weights[i]! * outcomes[i]!;
  }
  if (!Number.isFinite(sum)) return undefinedBecause("missing-value", "Somebody's outcome is missing.");
  if (ranks.every((rank) => rank === ranks[0]))
    return undefinedBecause("no-variation", "All are ranked the same, so there is nothing to rank by.");
  return { outcomes, weights, ranks, total, mean: sum / total };
}
