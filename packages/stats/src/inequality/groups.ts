import { columnOf } from "../column.ts";
import { knownPlaces } from "../groups/ties-of.ts";
import { isKnown } from "../maths.ts";
import { requirePlace, requireSameLength } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";

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
  requireSameLength({ values, population, standardErrors });
  const places = knownPlaces(values);
  const lost = values.length - places.length;
  if (lost > missingAllowed * values.length)
    return undefinedBecause("missing-value", `${lost} of ${values.length} groups have no value; none is a zero.`);
  const counts = places.map((i) => (population ? population[i]! : 1));
  const refusal = populationRefusal(counts);
  if (refusal) return refusal;
  const peopled = counts.filter((n) => n > 0).length;
  if (peopled < fewest)
    return undefinedBecause("too-few-groups", `${peopled} groups with people are too few; ${fewest} are needed.`);
  const known = columnOf(places, (i) => values[i]!);
  const people = sumOf(counts);
  const shares = columnOf(counts, (n) => n / people);
  // Measured from the first value, so that equal values have exactly themselves for a mean and no spread at all.
  const first = known[0]!;
  const mean = first + sumOf(known, (value, j) => shares[j]! * (value - first));
  const errors = standardErrors && columnOf(places, (i) => standardErrors[i]!);
  const errorsKnown = errors?.every((error) => error >= 0 && error < Infinity);
  return { values: known, shares, errors: errorsKnown ? errors : undefined, mean, people, places };
}

/** Why groups cannot be told apart by their people, or nothing when they can. */
export function populationRefusal(population: ArrayLike<number>): Undefined | undefined {
  if (!isKnown(sumOf(population))) return missing("The population of a group");
  return columnOf(population).some((n) => n < 0) ? impossible("The population of a group is negative.") : undefined;
}

/** A measure that weighs groups by their people, or holds them against an average, and was given neither. */
export const needsPopulation = (what: string, or = " or the average"): Undefined =>
  undefinedBecause("missing-value", `${what} needs each group's population${or}.`);

/** What a measure makes of the groups that have a value, or why they have none. */
export function measured<Answer>(
  groups: Groups,
  { level = 0.95, missingAllowed }: GroupOptions,
  measure: (known: KnownGroups, level: number) => Answer | Undefined,
  fewest?: number,
): Answer | Undefined {
  const known = knownGroups(groups, missingAllowed, fewest);
  return isUndefined(known) ? known : measure(known, level);
}

/** Where a group given by its place stands among the known ones, or that it has no value. */
export function knownPlace(known: KnownGroups, place: number, given: number): number | Undefined {
  requirePlace("group", place, given);
  const found = known.places.indexOf(place);
  return found >= 0 ? found : undefinedBecause("missing-value", "The group of reference has no value.");
}
