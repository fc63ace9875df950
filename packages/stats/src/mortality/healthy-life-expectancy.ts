import { emptyColumn } from "../column.ts";
import { normalMultiplier } from "../distributions/normal.ts";
import { type EstimateWithError, estimateAround } from "../estimate.ts";
import { hypot, isKnown, sqrt } from "../maths.ts";
import { misuse, requireSameLength } from "../misuse.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";
import type { AgeBands, LifeTableConventions } from "./age-bands.ts";
import { type BandTable, bandTable } from "./band-table.ts";

/** How common ill health is by age band, and how surely that is known. */
export type IllHealth = Readonly<{
  /** Share of each band in ill health. */
  prevalence: ArrayLike<number>;
  /** People asked in each band, for a simple sample; or give the standard errors a survey design has. */
  sampleSizes?: ArrayLike<number>;
  prevalenceErrors?: ArrayLike<number>;
}>;

/** Years in good health, with what their uncertainty is made of. */
export type HealthyLifeExpectancy = EstimateWithError &
  Readonly<{
    lifeExpectancy: number;
    /** Healthy years as a share of all. */
    share: number;
    prevalenceError: number;
    mortalityError: number;
  }>;

/**
 * Healthy life expectancy by Sullivan's method, with its limits.
 *
 * Formula. HLE_x = Σ_{i≥x} L_i(1 − π_i)/l_x. Prevalence variance Σ L²S²(π)/l_x², S²(π) = π(1 − π)/N for a simple sample;
 * mortality variance { Σ_{i<ω} l²[(1 − a)n(1 − π) + HLE′]² q²(1 − q)/D + l_ω²(1 − π_ω)²/(D_ω M_ω²) }/l_x²; limits from their
 * sum, or from prevalence alone, as the Sullivan manual has it, with `variance: "prevalence"`.
 * Units. Years; shares.
 * Refuses. As lifeExpectancy; impossible-value for a prevalence outside 0 to 1 or a standard error below zero;
 * no-observations where nobody was asked in a band; missing-value. Throws RangeError for columns of different lengths
 * or where neither sample sizes nor standard errors are given.
 * References. Sullivan DF, HSMHA Health Rep 1971;86:347-354; Jagger C et al, Health Expectancy Calculation by the
 * Sullivan Method, EHEMU 2014; Newman SC, Demography 1988;25:535-546; Mathers C, Health Expectancies in Australia, 1991.
 * Checked against. healthy_life_expectancy_sullivan (independent R). The package healthexpectancies weights its first row
 * as infants whatever its age, and is met through sullivanYears.
 * @example
 * healthyLifeExpectancy(
 *   { ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] },
 *   { prevalence: [0.05, 0.1, 0.4], sampleSizes: [100, 900, 300] },
 * ) // => { value: 63.04, lifeExpectancy: 75.01, share: 0.840, standardError: 0.915 }
 */
export function healthyLifeExpectancy(
  bands: AgeBands,
  illHealth: IllHealth,
  options: LifeTableConventions & Readonly<{ age?: number; level?: number; variance?: "both" | "prevalence" }> = {},
): HealthyLifeExpectancy | Undefined {
  const { age = 0, level = 0.95, variance = "both" } = options;
  const z = normalMultiplier(level);
  const refusal = illHealthRefusal(bands, illHealth);
  const table = bandTable(bands, age, options, "silcocks");
  if (isUndefined(table)) return table;
  if (refusal) return refusal;
  const { index } = table;
  const alive = table.survivors[index]!;
  const { healthy } = sullivanYears({ ...table, prevalence: illHealth.prevalence });
  const prevalenceError = sqrt(prevalenceVariance(table, illHealth)) / alive;
  const mortalityError = sqrt(mortalityVariance(table, bands, illHealth, healthy)) / alive;
  const standardError = variance === "prevalence" ? prevalenceError : hypot(prevalenceError, mortalityError);
  const value = healthy[index]!;
  const lifeExpectancy = table.expectancy[index]!;
  return {
    ...estimateAround(value, standardError, z, level),
    lifeExpectancy,
    share: value / lifeExpectancy,
    prevalenceError,
    mortalityError,
  };
}

/**
 * Healthy and unhealthy years at each age from any life table, such as a published one.
 *
 * Formula. Σ_{i≥x} L_i(1 − π_i)/l_x, and Σ L_i π_i/l_x; 0 where nobody arrives.
 * Units. Years; survivors and years lived to the same radix.
 * Refuses. Throws RangeError for columns of different lengths.
 * References. Sullivan DF, HSMHA Health Rep 1971;86:347-354.
 * Checked against. healthy_life_expectancy_sullivan (healthexpectancies 0.0.0.9003).
 * @example
 * sullivanYears({ survivors: [1, 0.8], yearsLived: [60, 16], prevalence: [0.1, 0.5] })
 * // => { healthy: [62, 10], unhealthy: [14, 10] }
 */
export function sullivanYears(
  of: Readonly<{ survivors: ArrayLike<number>; yearsLived: ArrayLike<number>; prevalence: ArrayLike<number> }>,
): { healthy: Float64Array; unhealthy: Float64Array } {
  const { survivors, yearsLived, prevalence } = of;
  requireSameLength({ survivors, yearsLived, prevalence });
  const count = survivors.length;
  const healthy = emptyColumn(count);
  const unhealthy = emptyColumn(count);
  let well = 0;
  let ill = 0;
  for (let i = count - 1; i >= 0; i--) {
    well += yearsLived[i]! * (1 - prevalence[i]!);
    ill += yearsLived[i]! * prevalence[i]!;
    const alive = survivors[i]!;
    healthy[i] = alive === 0 ? 0 : well / alive;
    unhealthy[i] = alive === 0 ? 0 : ill / alive;
  }
  return { healthy, unhealthy };
}

function illHealthRefusal(
  bands: AgeBands,
  { prevalence, sampleSizes, prevalenceErrors }: IllHealth,
): Undefined | undefined {
  const known = sampleSizes ?? prevalenceErrors;
  if (!known) misuse("Give `sampleSizes` or `prevalenceErrors`, so that limits can be made.");
  requireSameLength({ ages: bands.ages, prevalence, known });
  for (let i = 0; i < prevalence.length; i++) {
    if (!isKnown(prevalence[i]! + known[i]!)) return missing("The prevalence of a band");
    if (prevalence[i]! < 0 || prevalence[i]! > 1 || known[i]! < 0)
      return impossible("A prevalence lies between 0 and 1, and its error is not negative.");
    if (sampleSizes?.[i] === 0) return undefinedBecause("no-observations", "Nobody was asked in an age band.");
  }
  return undefined;
}

function prevalenceVariance(
  { yearsLived, index }: BandTable,
  { prevalence, sampleSizes, prevalenceErrors }: IllHealth,
): number {
  let variance = 0;
  for (let i = index; i < prevalence.length; i++) {
    const share = prevalence[i]!;
    const own = prevalenceErrors ? prevalenceErrors[i]! ** 2 : (share * (1 - share)) / sampleSizes![i]!;
    variance += yearsLived[i]! ** 2 * own;
  }
  return variance;
}

function mortalityVariance(
  { survivors, yearsLived, dyingVariance, index, widths, fractions }: BandTable,
  { deaths }: AgeBands,
  { prevalence }: IllHealth,
  healthy: Float64Array,
): number {
  const open = widths.length - 1;
  let variance = (yearsLived[open]! * (1 - prevalence[open]!)) ** 2 / deaths[open]!;
  for (let i = index; i < open; i++) {
    const years = (1 - fractions[i]!) * widths[i]! * (1 - prevalence[i]!) + healthy[i + 1]!;
    variance += (survivors[i]! * years) ** 2 * dyingVariance[i]!;
  }
  return variance;
}
