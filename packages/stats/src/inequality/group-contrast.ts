import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type GroupOptions, type Groups, type KnownGroups, knownGroups, knownPlace } from "./groups.ts";
import { type Inequality, type InequalityRatio, withLogLimits, withNormalLimits } from "./inequality.ts";

/**
 * Which two groups are held against each other. "ordered" takes the two ends of ordered groups, the better placed first
 * where high is good and the worse placed first where it is not; "extremes" the highest and the lowest value, which is
 * right for groups without order; "reference" a group given by its place and the one that fares worst beside it.
 */
export type Contrast =
  | Readonly<{ between: "ordered"; favourable: boolean }>
  | Readonly<{ between: "extremes" }>
  | Readonly<{ between: "reference"; reference: number; favourable: boolean }>;

/**
 * The difference between two groups, chosen by a contrast.
 *
 * Formula. y₁ − y₂ ± z √(σ₁² + σ₂²). Ordered, favourable: last − first; ordered, adverse: first − last; extremes: highest
 * − lowest; reference, favourable: reference − lowest; reference, adverse: highest − reference.
 * Units. Those of the values.
 * Refuses. missing-value, too-few-groups for fewer than two; limits no-uncertainty without standard errors. Throws
 * RangeError for a reference that is not there.
 * References. Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health 2022;19:3697; Ahn J et al, JCO Clin Cancer
 * Inform 2018;2:1-19.
 * Checked against. heat_difference_ratio (healthequal 1.0.1). Its help says lowest − highest for adverse indicators, its
 * code and this say highest − lowest. Where worst groups tie it gives two rows; this takes the least certain of them.
 * @example
 * groupDifference(
 *   { values: [75.6, 91.0, 99.2], standardErrors: [1.6, 1.1, 0.2] },
 *   { between: "ordered", favourable: true },
 * ) // => { value: 23.6, limits: { lower: 20.4397, upper: 26.7603, standardError: 1.61245 } }
 */
export function groupDifference(
  groups: Groups,
  contrast: Contrast,
  options: GroupOptions = {},
): Inequality | Undefined {
  const known = knownGroups(groups, options.missingAllowed, 2);
  if (isUndefined(known)) return known;
  const pair = contrasted(known, contrast, groups.values.length);
  if (isUndefined(pair)) return pair;
  const [first, second] = pair;
  const { values, errors } = known;
  const error = errors && Math.hypot(errors[first]!, errors[second]!);
  return withNormalLimits(values[first]! - values[second]!, error, options.level ?? 0.95);
}

/**
 * The ratio of two groups, chosen by a contrast.
 *
 * Formula. y₁/y₂ × exp(±z √(σ₁²/y₁² + σ₂²/y₂²)); the contrast as in groupDifference.
 * Units. A ratio.
 * Refuses. missing-value, too-few-groups for fewer than two; impossible-value where the second value is not above zero
 * or the first is negative, limits also where the first is zero; limits no-uncertainty without standard errors. Throws
 * RangeError for a reference that is not there.
 * References. As groupDifference.
 * Checked against. heat_difference_ratio (healthequal 1.0.1, which prints Inf and NaN for a second value of zero).
 * @example
 * groupRatio({ values: [40, 25, 20], standardErrors: [2, 1, 1] }, { between: "extremes" })
 * // => { value: 2, limits: { lower: 1.74117, upper: 2.29731, logStandardError: 0.07071 } }
 * @example
 * groupRatio({ values: [0, 10, 25] }, { between: "extremes" }) // => { undefined: "impossible-value" }
 */
export function groupRatio(
  groups: Groups,
  contrast: Contrast,
  options: GroupOptions = {},
): InequalityRatio | Undefined {
  const known = knownGroups(groups, options.missingAllowed, 2);
  if (isUndefined(known)) return known;
  const pair = contrasted(known, contrast, groups.values.length);
  if (isUndefined(pair)) return pair;
  const [first, second] = pair.map((j) => known.values[j]!) as [number, number];
  if (!(first >= 0 && second > 0))
    return undefinedBecause("impossible-value", "A ratio needs a second value above zero and a first not below it.");
  const value = first / second;
  if (first === 0)
    return { value, limits: undefinedBecause("impossible-value", "A ratio of zero has no logarithm, so no limits.") };
  const { errors } = known;
  const error = errors && Math.hypot(errors[pair[0]]! / first, errors[pair[1]]! / second);
  return withLogLimits(value, error, options.level ?? 0.95);
}

/** The two groups of a contrast, the first to be held against the second. */
function contrasted(known: KnownGroups, contrast: Contrast, given: number): readonly [number, number] | Undefined {
  const { values } = known;
  if (contrast.between === "ordered") return contrast.favourable ? [values.length - 1, 0] : [0, values.length - 1];
  if (contrast.between === "extremes") return [extreme(known, 1), extreme(known, -1)];
  const reference = knownPlace(known, contrast.reference, given);
  if (isUndefined(reference)) return reference;
  return contrast.favourable ? [reference, extreme(known, -1)] : [extreme(known, 1), reference];
}

/** The group with the highest (1) or lowest (−1) value; of several the least certain, so that their order is nothing. */
export function extreme({ values, errors }: KnownGroups, sign: 1 | -1): number {
  let found = 0;
  for (let j = 1; j < values.length; j++) {
    const further = sign * (values[j]! - values[found]!);
    if (further > 0 || (further === 0 && errors !== undefined && errors[j]! > errors[found]!)) found = j;
  }
  return found;
}
