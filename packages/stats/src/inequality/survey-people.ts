import { emptyColumn } from "../column.ts";
import { isKnown } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { dot, sumOf } from "../sum-of.ts";
import { isUndefined, missing, tooFew, type Undefined, undefinedBecause } from "../undefined.ts";
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
  const weights = people.weights ?? emptyColumn(outcomes.length).fill(1);
  requireSameLength({ outcomes, rankedBy, weights, strata, units });
  if (outcomes.length < 3) return tooFew("There are fewer than three people.");
  const ranks = fractionalRanks(rankedBy, weights);
  if (isUndefined(ranks)) return ranks;
  const total = sumOf(weights);
  const sum = dot(outcomes, weights);
  if (!isKnown(sum)) return missing("Somebody's outcome");
  if (ranks.every((rank) => rank === ranks[0]))
    return undefinedBecause("no-variation", "All are ranked the same, so there is nothing to rank by.");
  return { outcomes, weights, ranks, total, mean: sum / total };
}
