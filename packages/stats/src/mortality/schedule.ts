import { misuse, requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";
import { bandWidths, deathFractionsOf, requireAges, sentences } from "./age-bands.ts";

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

/** The table of a schedule, or why it has none. */
export function scheduleTable(of: MortalitySchedule): ScheduleTable | Undefined {
  requireSameLength({ ages: of.ages, deathRates: of.deathRates });
  requireAges(of.ages);
  const count = of.ages.length;
  if (count < 2) return undefinedBecause("too-few-bands", sentences["too-few-bands"](0));
  for (let i = 0; i < count; i++) {
    const rate = of.deathRates[i]!;
    if (!Number.isFinite(rate))
      return undefinedBecause("missing-value", "A death rate is not known, and a missing rate is not a zero.");
    if (rate < 0) return undefinedBecause("negative-events", "A death rate is below zero.");
  }
  if (of.deathRates[count - 1] === 0) {
    return undefinedBecause("no-deaths-in-open-band", sentences["no-deaths-in-open-band"](0));
  }
  return filled(of, bandWidths(of.ages), deathFractionsOf(of.ages, of.deathFractions));
}

function filled(of: MortalitySchedule, widths: Float64Array, fractions: Float64Array): ScheduleTable {
  const open = widths.length - 1;
  const survivors = new Float64Array(open + 2);
  const years = new Float64Array(open + 2);
  const expectancy = new Float64Array(open + 2);
  survivors[0] = 1;
  for (let i = 0; i < open; i++) {
    const [n, a, rate, alive] = [widths[i]!, fractions[i]!, of.deathRates[i]!, survivors[i]!];
    const dying = Math.min(1, (n * rate) / (1 + (1 - a) * n * rate));
    const next = alive * (1 - dying);
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
