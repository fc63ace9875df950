import { hypot } from "../maths.ts";
import { impossible, isUndefined, type Undefined } from "../undefined.ts";
import { type GroupOptions, type Groups, type KnownGroups, knownPlace, measured } from "./groups.ts";
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
  return contrasted(groups, contrast, options, (y1, y2, errors, level) =>
    withNormalLimits(y1 - y2, errors && hypot(...errors), level),
  );
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
  return contrasted(groups, contrast, options, (y1, y2, errors, level) => {
    if (!(y1 >= 0 && y2 > 0)) return impossible("A ratio needs a second value above zero and a first not below it.");
    const value = y1 / y2;
    if (y1 === 0) return { value, limits: impossible("A ratio of zero has no logarithm, so no limits.") };
    return withLogLimits(value, errors && hypot(errors[0] / y1, errors[1] / y2), level);
  });
}

/** What a measure makes of the values and errors of the two groups of a contrast. */
function contrasted<Answer>(
  groups: Groups,
  contrast: Contrast,
  options: GroupOptions,
  measure: (
    first: number,
    second: number,
    errors: readonly [number, number] | undefined,
    level: number,
  ) => Answer | Undefined,
): Answer | Undefined {
  const measurePair = (known: KnownGroups, level: number) => {
    const pair = pairOf(known, contrast, groups.values.length);
    if (isUndefined(pair)) return pair;
    const [first, second] = pair;
    const { values, errors } = known;
    return measure(values[first]!, values[second]!, errors && [errors[first]!, errors[second]!], level);
  };
  return measured(groups, options, measurePair, 2);
}

/** The two groups of a contrast, the first to be held against the second. */
function pairOf(known: KnownGroups, contrast: Contrast, given: number): readonly [number, number] | Undefined {
  const { values, errors } = known;
  const [highest, lowest] = [extreme(values, 1, errors), extreme(values, -1, errors)];
  if (contrast.between === "extremes") return [highest, lowest];
  const last = values.length - 1;
  const reference = contrast.between === "reference" ? knownPlace(known, contrast.reference, given) : last;
  if (isUndefined(reference)) return reference;
  if (contrast.between === "ordered") return contrast.favourable ? [last, 0] : [0, last];
  return contrast.favourable ? [reference, lowest] : [highest, reference];
}

/** The group with the highest (1) or lowest (−1) value; of several the one with most of something, such as error. */
export function extreme(values: Float64Array, sign: number, most?: Float64Array): number {
  let found = 0;
  values.forEach((value, j) => {
    const further = sign * (value - values[found]!);
    if (further > 0 || (further === 0 && most && most[j]! > most[found]!)) found = j;
  });
  return found;
}
