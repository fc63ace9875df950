import { emptyColumn } from "../column.ts";
import { exp, expm1, isKnown, min } from "../maths.ts";
import { misuse, requireSameLength } from "../misuse.ts";
import { missing, type Undefined, undefinedBecause } from "../undefined.ts";
import {
  bandRefusal,
  bandWidths,
  deathFractionsOf,
  noDeathsInOpenBand,
  requireAges,
  tooFewBands,
} from "./age-bands.ts";

/** Death rates by age, for comparing one schedule of mortality with another. The last band is open. */
export type MortalitySchedule = Readonly<{
  ages: readonly number[];
  /** Per person-year. */
  deathRates: ArrayLike<number>;
  /** Share of each band lived by those who die in it; 0.1 where the age is 0 and 0.5 elsewhere unless given. */
  deathFractions?: ArrayLike<number>;
}>;

/** Survivors to each age, years lived in each band and expectancy at each age, for one born; each has a last entry of 0. */
export type ScheduleTable = Readonly<{ survivors: Float64Array; years: Float64Array; expectancy: Float64Array }>;

/** How death spreads within a band: evenly by the death fractions, or at a constant force. */
export type WithinBand = "death-fractions" | "constant-force";

/** The table of a schedule, or why it has none. */
export function scheduleTable(
  of: MortalitySchedule,
  within: WithinBand = "death-fractions",
): ScheduleTable | Undefined {
  const { ages, deathRates } = of;
  requireSameLength({ ages, deathRates });
  requireAges(ages);
  if (ages.length < 2) return bandRefusal(tooFewBands);
  for (const rate of Array.from(deathRates)) {
    if (!isKnown(rate)) return missing("A death rate");
    if (rate < 0) return undefinedBecause("negative-events", "A death rate is below zero.");
  }
  if (deathRates[ages.length - 1] === 0) return bandRefusal(noDeathsInOpenBand);
  return filled(of, bandWidths(ages), fractionsWithin(of, within), within);
}

/** The share of each band lived by those who die in it, as given or, at a constant force, as it follows from the rate. */
export function fractionsWithin(of: MortalitySchedule, within: WithinBand): Float64Array {
  if (within === "death-fractions" || of.deathFractions) return deathFractionsOf(of.ages, of.deathFractions);
  return bandWidths(of.ages).map((n, i) => constantForceFraction(n * of.deathRates[i]!));
}

/** q of a band with x = nM. */
export const dyingWithin = (x: number, fraction: number, within: WithinBand): number =>
  within === "constant-force" ? -expm1(-x) : min(1, x / (1 + (1 - fraction) * x));

/** 1 + 1/x − 1/(1 − e⁻ˣ), x = nM, which loses its digits near zero: there its series. */
const constantForceFraction = (x: number): number =>
  x < 1e-3 ? 0.5 - x / 12 + x ** 3 / 720 : 1 + 1 / x + 1 / expm1(-x);

function filled(
  of: MortalitySchedule,
  widths: Float64Array,
  fractions: Float64Array,
  within: WithinBand,
): ScheduleTable {
  const open = widths.length - 1;
  const survivors = emptyColumn(open + 2);
  const years = emptyColumn(open + 2);
  const expectancy = emptyColumn(open + 2);
  survivors[0] = 1;
  for (let i = 0; i < open; i++) {
    const [n, a, rate, alive] = [widths[i]!, fractions[i]!, of.deathRates[i]!, survivors[i]!];
    // At a constant force those who survive are e⁻ˣ, which 1 − q would lose where nearly all die.
    const next = alive * (within === "constant-force" ? exp(-n * rate) : 1 - dyingWithin(n * rate, a, within));
    survivors[i + 1] = next;
    years[i] = n * (next + a * (alive - next));
  }
  years[open] = survivors[open]! / of.deathRates[open]!;
  let above = 0;
  for (let i = open; i >= 0; i--) {
    above += years[i]!;
    expectancy[i] = survivors[i] === 0 ? 0 : above / survivors[i]!;
  }
  survivors[open + 1] = 0;
  return { survivors, years, expectancy };
}

/** Two schedules can be compared only band by band. */
export function requireSameAges(first: MortalitySchedule, second: MortalitySchedule): void {
  const same = first.ages.length === second.ages.length && first.ages.every((age, i) => age === second.ages[i]);
  if (!same) misuse("Two schedules can be compared only over the same ages.");
}
