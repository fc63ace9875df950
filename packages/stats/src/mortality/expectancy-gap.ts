import { columnOf } from "../column.ts";
import { abs, max } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import { type MortalitySchedule, requireSameAges, type ScheduleTable, scheduleTable } from "./schedule.ts";

/** A difference in life expectancy, the second less the first, and what each age gives to it. */
export type ExpectancyGap = Readonly<{ first: number; second: number; gap: number; byAge: number[] }>;

/** The same, age by cause. */
export type ExpectancyGapByCause = ExpectancyGap & Readonly<{ byAgeAndCause: number[][] }>;

/** Whether both directions are averaged (the default), so that turning the comparison around only turns the signs. */
export type GapOptions = Readonly<{ symmetric?: boolean }>;

/**
 * What each age group gives to a difference in life expectancy at the youngest age, the second less the first (Arriaga).
 *
 * Formula. Δ_x = l¹_x(L²_x/l²_x − L¹_x/l¹_x) + T²_{x+n}(l¹_x/l²_x − l¹_{x+n}/l²_{x+n}), open l¹(e² − e¹), which is
 * l¹_x(e²_x − e¹_x) − l¹_{x+n}(e²_{x+n} − e¹_{x+n}); with `symmetric` the mean of it and of its reverse. ΣΔ is the gap.
 * Units. Years.
 * Refuses. missing-value, negative-events, no-deaths-in-open-band, too-few-bands. Throws RangeError for different ages.
 * References. Arriaga EE, Demography 1984;21:83-96; Preston SH, Heuveline P, Guillot M, Demography, 2001, 3.10;
 * Ponnapalli KM, Demogr Res 2005;12:141-172 (Andreev, Lopez-Ruzicka and Chandrasekaran are the same sums).
 * Checked against. life_expectancy_gap_decomposition (LEdecomp 1.0.14: arriaga, arriaga_sym, andreev, lopez_ruzicka,
 * chandrasekaran_II and III).
 * @example
 * expectancyGap(
 *   { ages: [0, 1, 65], deathRates: [0.008, 0.004, 0.08] },
 *   { ages: [0, 1, 65], deathRates: [0.004, 0.003, 0.05] },
 * ) // => { first: 66.87, second: 75.59, gap: 8.72, byAge: [0.28, 2.48, 5.96] }
 */
export function expectancyGap(
  first: MortalitySchedule,
  second: MortalitySchedule,
  options: GapOptions = {},
): ExpectancyGap | Undefined {
  requireSameAges(first, second);
  const one = scheduleTable(first);
  const two = scheduleTable(second);
  if (isUndefined(one)) return one;
  if (isUndefined(two)) return two;
  const forward = directional(one, two);
  const byAge = (options.symmetric ?? true) ? forward.map((d, i) => (d - directional(two, one)[i]!) / 2) : forward;
  const [e1, e2] = [one.expectancy[0]!, two.expectancy[0]!];
  return { first: e1, second: e2, gap: e2 - e1, byAge };
}

/** Arriaga's terms weighted by the survivors of `from`. */
function directional(from: ScheduleTable, to: ScheduleTable): number[] {
  const carried = (x: number) => from.survivors[x]! * (to.expectancy[x]! - from.expectancy[x]!);
  return Array.from({ length: from.survivors.length - 1 }, (_, x) => carried(x) - carried(x + 1));
}

/** Death rates by age and, within each age, by cause; the causes of an age sum to its rate from all causes. */
export type CauseSchedule = Omit<MortalitySchedule, "deathRates"> &
  Readonly<{ ratesByCause: readonly ArrayLike<number>[] }>;

/**
 * What each cause at each age gives to a difference in life expectancy, the second less the first.
 *
 * Formula. Δ_{x,c} = Δ_x (M²_{x,c} − M¹_{x,c})/(M²_x − M¹_x), with Δ_x of expectancyGap. Where the rates from all causes
 * hardly differ (by less than a millionth) that quotient is replaced by its limit, Δ_x/(M²_x − M¹_x) for a small change,
 * so that causes that offset each other keep finite shares.
 * Units. Years.
 * Refuses. As expectancyGap.
 * References. Arriaga EE, Changing trends in mortality decline, in Ruzicka L et al (eds), Differential Mortality, 1989.
 * Checked against. life_expectancy_gap_decomposition (LEdecomp 1.0.14, which divides by a difference of nearly nothing).
 * @example
 * expectancyGapByCause(
 *   { ages: [0, 65], ratesByCause: [[0.002, 0.002], [0.05, 0.03]] },
 *   { ages: [0, 65], ratesByCause: [[0.002, 0.001], [0.03, 0.03]] },
 * ).byAgeAndCause // => [[0, 3.27], [3.38, 0]]
 */
export function expectancyGapByCause(
  first: CauseSchedule,
  second: CauseSchedule,
  options: GapOptions = {},
): ExpectancyGapByCause | Undefined {
  const one = allCauses(first);
  const two = allCauses(second);
  const gap = expectancyGap(one, two, options);
  if (isUndefined(gap)) return gap;
  const byAgeAndCause = gap.byAge.map((years, x) => {
    const [m1, m2] = [first.ratesByCause[x]!, second.ratesByCause[x]!];
    requireSameLength({ ratesByCause: m1, secondRatesByCause: m2 });
    const [from, to] = [one.deathRates[x]!, two.deathRates[x]!];
    const change = to - from;
    const tiny = abs(change) < 1e-6 * max(from, to, 1e-300);
    const perRate = tiny ? yearsPerRate(one, two, x, options) : years / change;
    return Array.from(m2, (rate, c) => perRate * (rate - m1[c]!));
  });
  return { ...gap, byAgeAndCause };
}

function allCauses({ ages, deathFractions, ratesByCause }: CauseSchedule) {
  requireSameLength({ ages, ratesByCause });
  const deathRates = ratesByCause.map((causes) => sumOf(causes));
  return { ages, deathRates, ...(deathFractions && { deathFractions }) };
}

/** Years that age x gives for each unit by which its rate falls, from a small change made on purpose. */
function yearsPerRate(
  one: MortalitySchedule & { deathRates: number[] },
  two: MortalitySchedule,
  x: number,
  options: GapOptions,
): number {
  const rate = one.deathRates[x]!;
  const change = max(1e-4 * rate, 1e-9);
  const shifted = (sign: number) => {
    const deathRates = columnOf(two.deathRates, (own, i) => (i === x ? rate + sign * change : own));
    const gap = expectancyGap(one, { ...two, deathRates }, options);
    return isUndefined(gap) ? 0 : gap.byAge[x]!;
  };
  return rate > change ? (shifted(1) - shifted(-1)) / (2 * change) : shifted(1) / change;
}
