import { isUndefined, type Undefined } from "../undefined.ts";
import { distances } from "./distances.ts";
import { extreme } from "./group-contrast.ts";
import { type GroupOptions, type Groups, type KnownGroups, knownPlace, measured, needsPopulation } from "./groups.ts";
import { type Inequality, withGradientLimits } from "./inequality.ts";

/** Options of the mean differences. */
export type MeanDifferenceOptions = GroupOptions &
  Readonly<{
    /** Weigh groups by their people (the default), or all the same. */
    weighted?: boolean;
  }>;

/**
 * The mean difference from the mean (MDM).
 *
 * Formula. Weighted Σp|y − μ|, unweighted Σ|y − μ|/n, where μ weighs groups by their people in both; the delta method
 * gives the standard error; limits not below zero.
 * Units. Those of the values; population in any unit.
 * Refuses. missing-value, also without population; too-few-groups for fewer than three with people; limits
 * no-uncertainty or no-variation.
 * References. Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health 2022;19:3697.
 * Checked against. heat_mean_difference (healthequal 1.0.1), its values; its limits are percentiles of 100 draws and lie
 * too high.
 * @example
 * meanDifferenceFromMean({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] })
 * // => { value: 7, limits: { lower: 5.6141, upper: 8.3859 } }
 */
export function meanDifferenceFromMean(groups: Groups, options: MeanDifferenceOptions = {}): Inequality | Undefined {
  return from(groups, options, ({ mean, shares }) => [mean, shares], true);
}

/**
 * The mean difference from the best group (MDB): the highest value where high is good, otherwise the lowest.
 *
 * Formula. Weighted Σp|y − y_best|, unweighted Σ|y − y_best|/n with n counting the best; the delta method gives the
 * standard error; limits not below zero.
 * Units. Those of the values; population in any unit.
 * Refuses. missing-value, also for the weighted one without population; too-few-groups for fewer than three with
 * people; limits no-uncertainty or no-variation.
 * References. Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health 2022;19:3697.
 * Checked against. heat_mean_difference (healthequal 1.0.1), its values; it fails without standard errors or with a
 * missing value, and its simulated limits can lie wholly above the value.
 * @example
 * meanDifferenceFromBest({ values: [10, 20, 30], population: [50, 30, 20] }, { favourable: true }) // => { value: 13 }
 * @example
 * meanDifferenceFromBest({ values: [10, 20, 30] }, { favourable: false, weighted: false }) // => { value: 10 }
 */
export function meanDifferenceFromBest(
  groups: Groups,
  options: MeanDifferenceOptions & Readonly<{ favourable: boolean }>,
): Inequality | Undefined {
  return from(groups, options, ({ values, errors }) =>
    groupAt(values, extreme(values, options.favourable ? 1 : -1, errors)),
  );
}

/**
 * The mean difference from a group of reference (MDR), given by its place, counted from 0.
 *
 * Formula. Weighted Σp|y − y_ref|, unweighted Σ|y − y_ref|/n with n counting the reference; the delta method gives the
 * standard error; limits not below zero.
 * Units. Those of the values; population in any unit.
 * Refuses. missing-value, also for the weighted one without population or a reference without value; too-few-groups for
 * fewer than three with people; limits no-uncertainty or no-variation. Throws RangeError for a reference not there.
 * References. Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health 2022;19:3697.
 * Checked against. heat_mean_difference (healthequal 1.0.1), its values; it fails without standard errors or with a
 * missing value.
 * @example
 * meanDifferenceFromReference({ values: [10, 20, 30], population: [50, 30, 20] }, 1) // => { value: 7 }
 */
export function meanDifferenceFromReference(
  groups: Groups,
  reference: number,
  options: MeanDifferenceOptions = {},
): Inequality | Undefined {
  return from(groups, options, (known) => {
    const place = knownPlace(known, reference, groups.values.length);
    return isUndefined(place) ? place : groupAt(known.values, place);
  });
}

/** What the differences are taken from, and what of it moves with each value. */
type Centre = readonly [centre: number, movesWith: Float64Array];

/** Groups weighed by their people, or all the same. */
export const weightsOf = ({ shares }: KnownGroups, { weighted = true }: MeanDifferenceOptions): Float64Array =>
  weighted ? shares : shares.map(() => 1 / shares.length);

/** One of the groups as a centre: it moves with its own value alone. */
export const groupAt = (values: Float64Array, place: number): Centre => [
  values[place]!,
  values.map((_, j) => (j === place ? 1 : 0)),
];

function from(
  groups: Groups,
  options: MeanDifferenceOptions,
  centreOf: (known: KnownGroups) => Centre | Undefined,
  needsPeople = options.weighted ?? true,
): Inequality | Undefined {
  if (needsPeople && !groups.population) return needsPopulation("This mean difference", "");
  return measured(groups, options, (known, level) => {
    const centre = centreOf(known);
    if (isUndefined(centre)) return centre;
    const weights = weightsOf(known, options);
    const { value, gradient } = distances(known.values, weights, ...centre);
    return withGradientLimits(value, gradient, known.errors, level);
  });
}
