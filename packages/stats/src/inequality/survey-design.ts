import type { TwoByTwo } from "./two-by-two.ts";

/** Where people were sampled: strata and, within them, primary sampling units; one stratum and single people if absent. */
export type SurveyDesign = Readonly<{ strata?: ArrayLike<string | number>; units?: ArrayLike<string | number> }>;

type Totals = Map<string, [number, number]>;

/**
 * The variance of the total of two scores per person under sampling of units with replacement within strata. A stratum
 * with a single unit is centred at the mean of all units instead of its own, which is conservative.
 */
export function designVariance(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { strata, units }: SurveyDesign,
): TwoByTwo {
  const byStratum = new Map<string, Totals>();
  for (let i = 0; i < first.length; i++) {
    const stratum = String(strata?.[i] ?? "");
    const unit = String(units?.[i] ?? i);
    const totals: Totals = byStratum.get(stratum) ?? new Map();
    const total = totals.get(unit) ?? [0, 0];
    totals.set(unit, [total[0] + first[i]!, total[1] + second[i]!]);
    byStratum.set(stratum, totals);
  }
  const all = [...byStratum.values()].flatMap((totals) => [...totals.values()]);
  const ofAll = centreOf(all);
  const sum: [number, number, number] = [0, 0, 0];
  for (const totals of byStratum.values()) {
    const of = [...totals.values()];
    const [a, b] = of.length === 1 ? ofAll : centreOf(of);
    const scale = of.length === 1 ? 1 : of.length / (of.length - 1);
    for (const [x, y] of of) {
      sum[0] += scale * (x - a) ** 2;
      sum[1] += scale * (x - a) * (y - b);
      sum[2] += scale * (y - b) ** 2;
    }
  }
  return sum;
}

function centreOf(totals: readonly (readonly [number, number])[]): readonly [number, number] {
  const sum = totals.reduce<readonly [number, number]>(([a, b], [x, y]) => [a + x, b + y], [0, 0]);
  return [sum[0] / totals.length, sum[1] / totals.length];
}
