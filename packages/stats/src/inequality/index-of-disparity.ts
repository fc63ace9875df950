import { columnOf } from "../column.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { meanNotPositive } from "./between-group-variance.ts";
import { distances } from "./distances.ts";
import { type GroupOptions, type Groups, type KnownGroups, knownPlace, measured, needsPopulation } from "./groups.ts";
import { type Inequality, withGradientLimits } from "./inequality.ts";
import { groupAt, weightsOf } from "./mean-difference.ts";

/** Options of the index of disparity. */
export type DisparityOptions = GroupOptions &
  Readonly<{
    /** Weigh groups by their people (the default), or all the same. */
    weighted?: boolean;
    /** The average that groups are held against; that of the groups, by their people, unless given. */
    average?: number;
  }>;

/**
 * The index of disparity (IDIS): how far groups lie from the average, as a share of it.
 *
 * Formula. Weighted 100 Σp|y − μ|/μ, unweighted 100/n Σ|y − μ|/μ, where μ weighs groups by their people in both; the delta
 * method gives the standard error, the average moving with the values unless it was given; limits not below zero.
 * Units. Percent of the average; population in any unit.
 * Refuses. missing-value, also where neither population nor average is given; too-few-groups for fewer than three with
 * people; impossible-value for an average that is not above zero; limits no-uncertainty or no-variation.
 * References. Pearcy JN, Keppel KG, Public Health Rep 2002;117:273-280; Schlotheuber A, Hosseinpoor AR, Int J Environ Res
 * Public Health 2022;19:3697.
 * Checked against. heat_index_of_disparity (healthequal 1.0.1), its values. Its limits are percentiles of 100 draws and
 * lie too high; the weighted ones also hold the mean of the draws fixed.
 * @example
 * indexOfDisparity({ values: [10, 20, 30], population: [50, 30, 20], standardErrors: [1, 1, 2] })
 * // => { value: 41.176, limits: { lower: 32.36, upper: 49.993 } }
 * @example
 * indexOfDisparity({ values: [10, 20, 30], population: [50, 30, 20] }, { weighted: false }) // => { value: 45.098 }
 */
export function indexOfDisparity(groups: Groups, options: DisparityOptions = {}): Inequality | Undefined {
  const { average } = options;
  if (!groups.population && average === undefined) return needsPopulation("The index of disparity");
  return measured(groups, options, (known, level) => {
    const { shares, mean } = known;
    return disparity(
      known,
      weightsOf(known, options),
      average ?? mean,
      average === undefined ? shares : shares.map(() => 0),
      level,
    );
  });
}

/**
 * The index of disparity of HD*Calc: how far the other groups lie from a group of reference, as a share of it.
 *
 * Formula. 100 × {Σ_{j≠ref} |y_j − y_ref|/J}/y_ref with J the number of other groups; the delta method gives the standard
 * error; limits not below zero.
 * Units. Percent of the value of reference; groups weigh the same.
 * Refuses. missing-value, too-few-groups for fewer than three; impossible-value for a reference that is not above zero;
 * limits no-uncertainty or no-variation. Throws RangeError for a reference that is not there.
 * References. Pearcy JN, Keppel KG, Public Health Rep 2002;117:273-280; Ahn J et al, JCO Clin Cancer Inform 2018;2:1-19.
 * Checked against. Its formula by hand, in its test; HD*Calc gives no figures that can be run.
 * @example
 * referenceIndexOfDisparity({ values: [10, 20, 30] }, 0) // => { value: 150 }
 */
export function referenceIndexOfDisparity(
  groups: Groups,
  reference: number,
  options: GroupOptions = {},
): Inequality | Undefined {
  const alike = { ...groups, population: columnOf(groups.values, () => 1) };
  return measured(alike, options, (known, level) => {
    const place = knownPlace(known, reference, groups.values.length);
    if (isUndefined(place)) return place;
    const [centre, movesWith] = groupAt(known.values, place);
    const weights = movesWith.map((itself) => (1 - itself) / (movesWith.length - 1));
    return disparity(known, weights, centre, movesWith, level);
  });
}

function disparity(
  { values, errors }: KnownGroups,
  weights: Float64Array,
  centre: number,
  movesWith: Float64Array,
  level: number,
): Inequality | Undefined {
  if (!(centre > 0)) return meanNotPositive;
  const { value, gradient } = distances(values, weights, centre, movesWith);
  const relative = gradient.map((g, j) => (100 / centre) * (g - (movesWith[j]! * value) / centre));
  return withGradientLimits((100 * value) / centre, relative, errors, level);
}
