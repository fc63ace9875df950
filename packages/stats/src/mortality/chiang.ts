import { emptyColumn } from "../column.ts";
import { noFigure, sqrt } from "../maths.ts";

/** Which standard error a life expectancy carries: Silcocks' counts the length of the open interval, Chiang's does not. */
export type ExpectancyVariance = "chiang" | "silcocks";

/** What one pass over an area's bands leaves behind; one such set is reused for every area. */
export type ChiangColumns = Readonly<{
  /** Survivors to each age, of one born. */
  survivors: Float64Array;
  /** Years lived in each band, per one born. */
  yearsLived: Float64Array;
  /** Variance of the probability of dying in each band. */
  dyingVariance: Float64Array;
  /** Life expectancy at each age; NaN where nobody arrives, which callers turn into a refusal. */
  expectancy: Float64Array;
  /** Its standard error. */
  standardError: Float64Array;
}>;

/** Empty columns for tables of so many bands. */
export function chiangColumns(bands: number): ChiangColumns {
  const column = () => emptyColumn(bands);
  return {
    survivors: column(),
    yearsLived: column(),
    dyingVariance: column(),
    expectancy: column(),
    standardError: column(),
  };
}

/**
 * The one place where the Chiang table is computed: from the youngest age up, survivors, years lived and the variance
 * of dying; from the oldest down, expectancy and its standard error. No allocation, so that it can run over every tract.
 */
export function fillChiang(
  into: ChiangColumns,
  widths: Float64Array,
  deathFractions: Float64Array,
  deaths: ArrayLike<number>,
  personYears: ArrayLike<number>,
  offset: number,
  variance: ExpectancyVariance,
): void {
  const { survivors, yearsLived, dyingVariance } = into;
  const open = widths.length - 1;
  let alive = 1;
  for (let i = 0; i < open; i++) {
    const n = widths[i]!;
    const a = deathFractions[i]!;
    const d = deaths[offset + i]!;
    const p = personYears[offset + i]!;
    // q = nM/(1 + (1−a)nM) with M = D/P, and q²(1−q)/D, sharing one division.
    const perExposed = n / (p + (1 - a) * n * d);
    const capped = d * n * a > p;
    const q = capped ? 1 : d * perExposed;
    dyingVariance[i] = capped ? 0 : q * perExposed * (1 - q);
    survivors[i] = alive;
    const next = capped ? 0 : alive * (1 - q);
    yearsLived[i] = n * (next + a * (alive - next));
    alive = next;
  }
  survivors[open] = alive;
  yearsLived[open] = (alive * personYears[offset + open]!) / deaths[offset + open]!;
  fillExpectancy(into, widths, deathFractions, variance === "silcocks" ? 1 / deaths[offset + open]! : 0);
}

/** From the open interval down: its mean length 1/M has, by Silcocks, the variance 1/(D M²); by Chiang none. */
function fillExpectancy(
  into: ChiangColumns,
  widths: Float64Array,
  deathFractions: Float64Array,
  openShare: number,
): void {
  const { survivors, yearsLived, dyingVariance, expectancy, standardError } = into;
  const open = widths.length - 1;
  let yearsAbove = yearsLived[open]!;
  let variance = yearsAbove * yearsAbove * openShare;
  let ahead = setAge(expectancy, standardError, open, survivors[open]!, yearsAbove, variance);
  for (let i = open - 1; i >= 0; i--) {
    const alive = survivors[i]!;
    const weight = alive * ((1 - deathFractions[i]!) * widths[i]! + ahead);
    variance += weight * weight * dyingVariance[i]!;
    yearsAbove += yearsLived[i]!;
    ahead = setAge(expectancy, standardError, i, alive, yearsAbove, variance);
  }
}

/** Sets one age and returns its expectancy, 0 where nobody arrives: the term it enters is multiplied by nobody. */
function setAge(
  expectancy: Float64Array,
  standardError: Float64Array,
  i: number,
  alive: number,
  yearsAbove: number,
  variance: number,
): number {
  if (alive === 0) {
    expectancy[i] = noFigure;
    standardError[i] = noFigure;
    return 0;
  }
  const perSurvivor = 1 / alive;
  expectancy[i] = yearsAbove * perSurvivor;
  standardError[i] = sqrt(variance) * perSurvivor;
  return expectancy[i]!;
}
