import { misuse, requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

/**
 * What is known of each group: its value, its people and the standard error of its value. Groups without `population`
 * weigh the same. Where a measure needs an order, groups run from the most to the least disadvantaged. A missing figure
 * is NaN, never zero.
 */
export type Groups = Readonly<{
  values: ArrayLike<number>;
  population?: ArrayLike<number>;
  standardErrors?: ArrayLike<number>;
}>;

/** Options that every measure between groups takes. */
export type GroupOptions = Readonly<{
  level?: number;
  /** The greatest share of groups that may lack a value and be left out: none unless given; WHO HEAT allows 0.15. */
  missingAllowed?: number;
}>;

/** Groups whose figures were checked: shares sum to one, `errors` is there only if every group has one. */
export type KnownGroups = Readonly<{
  values: Float64Array;
  shares: Float64Array;
  errors: Float64Array | undefined;
  mean: number;
  people: number;
  /** Where each group stood among those that were given. */
  places: readonly number[];
}>;

/** The groups that have a value, checked; or why no measure of them exists. */
export function knownGroups(groups: Groups, missingAllowed = 0, fewest = 3): KnownGroups | Undefined {
  const { values, population, standardErrors } = groups;
  requireSameLength({ values, ...(population && { population }), ...(standardErrors && { standardErrors }) });
  const places = Array.from(values, (_, i) => i).filter((i) => Number.isFinite(values[i]));
  const missing = values.length - places.length;
  if (missing > missingAllowed * values.length)
    return undefinedBecause("missing-value", `${missing} of ${values.length} groups have no value; none is a zero.`);
  const people = places.map((i) => (population === undefined ? 1 : population[i]!));
  const total = people.reduce((sum, n) => sum + n, 0);
  if (!Number.isFinite(total)) return undefinedBecause("missing-value", "The population of a group is missing.");
  if (people.some((n) => n < 0)) return undefinedBecause("impossible-value", "The population of a group is negative.");
  const peopled = people.filter((n) => n > 0).length;
  if (peopled < fewest)
    return undefinedBecause("too-few-groups", `${peopled} groups with people are too few; ${fewest} are needed.`);
  const known = Float64Array.from(places, (i) => values[i]!);
  const shares = Float64Array.from(people, (n) => n / total);
  // Measured from the first value, so that equal values have exactly themselves for a mean and no spread at all.
  const first = known[0]!;
  const mean = known.reduce((sum, value, j) => sum + shares[j]! * (value - first), first);
  return { values: known, shares, errors: knownErrors(standardErrors, places), mean, people: total, places };
}

function knownErrors(standardErrors: ArrayLike<number> | undefined, places: readonly number[]) {
  if (standardErrors === undefined) return undefined;
  const errors = Float64Array.from(places, (i) => standardErrors[i]!);
  return errors.every((error) => error >= 0 && error < Infinity) ? errors : undefined;
}

/** Where a group given by its place stands among the known ones, or that it has no value. */
export function knownPlace(known: KnownGroups, place: number, given: number): number | Undefined {
  if (!(Number.isInteger(place) && place >= 0 && place < given))
    misuse(`There is no group ${place} among the ${given}; groups are numbered from 0.`);
  const found = known.places.indexOf(place);
  return found >= 0 ? found : undefinedBecause("missing-value", "The group of reference has no value.");
}
