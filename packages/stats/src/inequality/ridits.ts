import { columnOf } from "../column.ts";
import { tiesOf } from "../groups/ties-of.ts";
import { isKnown } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";
import { populationRefusal } from "./groups.ts";

/**
 * The relative rank of each group of an ordered population: where its middle person stands.
 *
 * Formula. x_j = share of the population in groups before j, plus half the share of j.
 * Units. A fraction of the population; population in any unit. Groups run from the most to the least disadvantaged.
 * Refuses. missing-value; impossible-value for a negative population; no-person-years where nobody lives in any group.
 * References. Bross IDJ, Biometrics 1958;14:18-38; Pamuk ER, Popul Stud 1985;39:17-31.
 * Checked against. sii_exact_interval and sii_rii_heat (R 4.5.0).
 * @example
 * ridits([20, 30, 50]) // => [0.1, 0.35, 0.75]
 */
export function ridits(population: ArrayLike<number>): number[] | Undefined {
  const refusal = populationRefusal(population);
  if (refusal) return refusal;
  const total = sumOf(population);
  if (total === 0) return undefinedBecause("no-person-years", "Nobody lives in any of the groups.");
  let before = 0;
  return Array.from(population, (n) => {
    const rank = (before + n / 2) / total;
    before += n;
    return rank;
  });
}

/** Relative ranks of groups whose shares are known to be sound. */
export function riditsOf(shares: ArrayLike<number>): number[] {
  const ranks = ridits(shares);
  if (isUndefined(ranks)) throw new Error(ranks.message);
  return ranks;
}

/**
 * The relative rank of each person of a weighted sample, by a variable such as income; equal persons share their middle.
 *
 * Formula. R_i = share of the weight of those ranked lower, plus half the share of those ranked the same.
 * Units. A fraction; weights in any unit, one each unless given.
 * Refuses. missing-value; impossible-value for a negative weight; no-observations where the weights sum to zero.
 * References. Lerman RI, Yitzhaki S, J Econometrics 1989;42:43-47; van Ourti T, Health Econ 2004;13:705-724 (ties).
 * Checked against. concentration_index_individual (rineq 0.2.3).
 * @example
 * fractionalRanks([30, 10, 20, 20]) // => [0.875, 0.125, 0.5, 0.5]
 */
export function fractionalRanks(
  rankedBy: ArrayLike<number>,
  weights: ArrayLike<number> = columnOf(rankedBy, () => 1),
): number[] | Undefined {
  const total = sumOf(rankedBy, (_, i) => weights[i]!);
  const ties = tiesOf(rankedBy);
  if (!isKnown(total) || ties.flat().length < rankedBy.length)
    return missing("A weight, or what somebody is ranked by,");
  if (columnOf(weights).some((weight) => weight < 0)) return impossible("A weight is negative.");
  if (total === 0) return undefinedBecause("no-observations", "The weights sum to zero.");
  const ranks: number[] = Array.from(rankedBy, () => 0);
  let before = 0;
  for (const tied of ties) {
    const together = sumOf(tied, (i) => weights[i]!);
    for (const i of tied) ranks[i] = (before + together / 2) / total;
    before += together;
  }
  return ranks;
}
