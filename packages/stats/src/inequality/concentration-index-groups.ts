import { columnOf } from "../column.ts";
import { misuse } from "../misuse.ts";
import { impossible, isUndefined, type Undefined } from "../undefined.ts";
import { concentrationFactors, lineOf, meanAtBound, requireBounds } from "./concentration-index.ts";
import { type Groups, type KnownGroups, knownGroups } from "./groups.ts";
import { gradientError, type Inequality, withNormalLimits } from "./inequality.ts";
import { riditsOf } from "./ridits.ts";
import { combinedError } from "./two-by-two.ts";

/** Options of the concentration indices of groups. */
export type ConcentrationOptions = Readonly<{
  level?: number;
  /** The lowest and highest value there can be; values are brought to 0 to 1 between them. */
  bounds?: readonly [number, number];
}>;

/** How the relative index allows for an outcome with bounds. */
export type BoundedCorrection = "wagstaff" | "erreygers";

/**
 * The absolute concentration index (ACI) of ordered groups.
 *
 * Formula. Σ2a(x − ½)y with population shares a and middle ranks x. SE² = Σ[2a(x − ½)]²σ² where groups have standard errors,
 * otherwise the model's of the weighted line of 2σ²_x y on x, σ²_x = Σa(x − ½)²; ACI ± z·SE.
 * Units. Those of the values, or of values brought to 0 to 1; groups from the most to the least disadvantaged.
 * Refuses. missing-value, impossible-value (also for values outside the bounds), too-few-groups for fewer than three with
 * people.
 * References. Wagstaff A, Paci P, van Doorslaer E, Soc Sci Med 1991;33:545-557; Kakwani N et al, J Econometrics
 * 1997;77:87-103.
 * Checked against. heat_concentration_index (healthequal 1.0.1, which counts an empty group among its observations).
 * @example
 * absoluteConcentrationIndex({ values: [34.6, 29.8, 24.6, 23.7, 24.4], population: [6552, 14300, 4074, 15634, 4846] })
 * // => { value: -2.04015, limits: { lower: -2.95861, upper: -1.1217 } }
 */
export function absoluteConcentrationIndex(groups: Groups, options: ConcentrationOptions = {}): Inequality | Undefined {
  const known = boundedGroups(groups, options);
  if (isUndefined(known)) return known;
  const { value, pull, error } = concentration(known);
  return withNormalLimits(value, gradientError(pull, known.errors) ?? error, options.level ?? 0.95);
}

/**
 * The relative concentration index (RCI) of ordered groups, also corrected for an outcome with bounds.
 *
 * Formula. C = ACI/μ; Wagstaff C/(1 − μ); Erreygers 4μC, both on values brought to 0 to 1. Where groups have standard errors
 * the delta method lets the mean vary; otherwise the error of ACI is scaled and the mean held fixed. C ± z·SE.
 * Units. A share, from −1 to 1; groups from the most to the least disadvantaged.
 * Refuses. As absoluteConcentrationIndex; impossible-value for a mean that is not above zero, or at the upper bound for
 * Wagstaff; throws RangeError for a correction without bounds.
 * References. Wagstaff A, Health Econ 2005;14:429-432; Erreygers G, J Health Econ 2009;28:504-515.
 * Checked against. heat_concentration_index (healthequal 1.0.1).
 * @example
 * relativeConcentrationIndex({ values: [34.6, 29.8, 24.6, 23.7, 24.4], population: [6552, 14300, 4074, 15634, 4846] })
 * // => { value: -0.074596, limits: { lower: -0.108178, upper: -0.041014 } }
 */
export function relativeConcentrationIndex(
  groups: Groups,
  options: ConcentrationOptions & Readonly<{ correction?: BoundedCorrection }> = {},
): Inequality | Undefined {
  const known = boundedGroups(groups, options);
  if (isUndefined(known)) return known;
  const { correction, bounds, level = 0.95 } = options;
  if (correction && !bounds) misuse("A correction for bounds needs `bounds`, such as [0, 1].");
  const { mean, shares, errors } = known;
  if (!(mean > 0) || (correction === "wagstaff" && mean >= 1)) return meanAtBound;
  const { value, pull, error } = concentration(known);
  // Of the absolute index A and the mean: A/μ, A/(μ(1 − μ)) or 4A, with the derivative of the factor by the mean.
  // Values with bounds have been brought to the scale from 0 to 1.
  const { factor, change } = concentrationFactors[correction ?? "relative"](mean, 0, 1);
  const gradient = pull.map((h, j) => factor * h + value * change * shares[j]!);
  return withNormalLimits(value * factor, gradientError(gradient, errors) ?? factor * error, level);
}

function concentration({ values, shares }: KnownGroups) {
  const ranks = riditsOf(shares);
  const pull = shares.map((share, j) => 2 * share * (ranks[j]! - 0.5));
  const { line, spread } = lineOf({ outcomes: values, weights: shares, ranks, total: 1 });
  const value = 2 * spread * line.slope;
  return { value, pull, error: 2 * spread * combinedError(line.covariance, 0, 1) };
}

function boundedGroups(groups: Groups, { bounds }: ConcentrationOptions): KnownGroups | Undefined {
  if (!bounds) return knownGroups(groups);
  const [lowest, highest] = bounds;
  const width = highest - lowest;
  requireBounds(bounds);
  if (columnOf(groups.values).some((y) => y < lowest || y > highest))
    return impossible("A value lies outside the bounds.");
  const { standardErrors } = groups;
  return knownGroups({
    ...groups,
    values: columnOf(groups.values, (y) => (y - lowest) / width),
    ...(standardErrors && { standardErrors: columnOf(standardErrors, (error) => error / width) }),
  });
}
