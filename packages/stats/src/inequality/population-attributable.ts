import { max, min, sqrt } from "../maths.ts";
import { impossible, isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { meanNotPositive } from "./between-group-variance.ts";
import { extreme } from "./group-contrast.ts";
import { type Groups, type KnownGroups, measured, needsPopulation } from "./groups.ts";
import { type Inequality, withNormalLimits } from "./inequality.ts";

/** What an attributable risk is reckoned against. */
export type AttributableOptions = Readonly<{
  /** Whether high values are good. */
  favourable: boolean;
  /** Whether groups are ordered: then the last is the reference; otherwise it is the best value. */
  ordered: boolean;
  /** Of how many people the values count: 1 for shares (the default), 100 for percent, 1000 for rates per 1000. */
  per?: number;
  /** The average of all, where the population of each group is not known; then there are no limits. */
  average?: number;
  level?: number;
  missingAllowed?: number;
}>;

/**
 * The population attributable risk (PAR): how the average would change if every group did as well as the reference.
 *
 * Formula. y_ref − μ, or 0 where that would not be for the better. With a, b the cases and others outside and c, d inside
 * the reference, N all, SE(PAF) = √{cN[ad(N − c) + bc²]/[(a + c)³(c + d)³]} and SE(PAR) = μ·SE(PAF); PAR ± z·SE.
 * Units. Those of the values; population in people, as the standard error counts them.
 * Refuses. missing-value, also where neither population nor average is given; too-few-groups for fewer than three with
 * people; limits no-uncertainty without population, impossible-value where the values are no shares of `per` or the
 * reference has nobody.
 * References. Walter SD, Int J Epidemiol 1978;7:175-182; Schlotheuber A, Hosseinpoor AR, Int J Environ Res Public Health
 * 2022;19:3697.
 * Checked against. heat_par_paf (healthequal 1.0.1).
 * @example
 * populationAttributableRisk(
 *   { values: [40, 60, 80], population: [100, 200, 300] },
 *   { favourable: true, ordered: true, per: 100 },
 * ) // => { value: 13.333, limits: { lower: 9.2848, upper: 17.3818, standardError: 2.06559 } }
 */
export function populationAttributableRisk(groups: Groups, options: AttributableOptions): Inequality | Undefined {
  return attributable(groups, options, (gain, mean, error, level) => withLimits(gain, error, mean, level));
}

/**
 * The population attributable fraction (PAF): the attributable risk as a share of the average.
 *
 * Formula. 100 × PAR/μ; SE = 100 × SE(PAF) as in populationAttributableRisk.
 * Units. Percent of the average; population in people.
 * Refuses. As populationAttributableRisk, and impossible-value for an average that is not above zero.
 * References. As populationAttributableRisk.
 * Checked against. heat_par_paf (healthequal 1.0.1), whose standard error stays a fraction though the value is in percent:
 * its limits are a hundred times too narrow.
 * @example
 * populationAttributableFraction(
 *   { values: [40, 60, 80], population: [100, 200, 300] },
 *   { favourable: true, ordered: true, per: 100 },
 * ) // => { value: 20, limits: { lower: 13.927, upper: 26.073, standardError: 3.09839 } }
 */
export function populationAttributableFraction(groups: Groups, options: AttributableOptions): Inequality | Undefined {
  return attributable(groups, options, (gain, mean, error, level) =>
    mean > 0 ? withLimits((100 * gain) / mean, error, 100, level) : meanNotPositive,
  );
}

function attributable(
  groups: Groups,
  { favourable, ordered, per = 1, average, ...options }: AttributableOptions,
  measure: (gain: number, mean: number, error: number | Undefined, level: number) => Inequality | Undefined,
): Inequality | Undefined {
  const { population } = groups;
  if (!population && average === undefined) return needsPopulation("An attributable risk");
  return measured(groups, options, (known, level) => {
    const { values, shares } = known;
    const reference = ordered ? values.length - 1 : extreme(values, favourable ? 1 : -1, shares);
    const mean = population ? known.mean : average!;
    const gain = values[reference]! - mean;
    const error = population ? walterError(known, reference, per) : nobodyCounted;
    return measure(favourable ? max(0, gain) : min(0, gain), mean, error, level);
  });
}

const nobodyCounted = undefinedBecause("no-uncertainty", "Without the population of each group there are no limits.");

/** Walter's standard error of the attributable fraction, from the two-by-two table of reference and cases. */
function walterError(
  { values, shares, mean, people }: KnownGroups,
  reference: number,
  per: number,
): number | Undefined {
  const inside = shares[reference]! * people;
  const c = (values[reference]! / per) * inside;
  const d = inside - c;
  const a = (mean / per) * people - c;
  const b = people - inside - a;
  const square = (c * people * (a * d * (people - c) + b * c * c)) / ((a + c) ** 3 * (c + d) ** 3);
  if (square >= 0 && square < Infinity) return sqrt(square);
  return impossible("The values are no shares of `per`, or nobody is in the reference.");
}

const withLimits = (value: number, error: number | Undefined, times: number, level: number): Inequality =>
  isUndefined(error) ? { value, limits: error } : withNormalLimits(value, times * error, level);
