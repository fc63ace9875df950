import { isKnown } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, missing, type Undefined, undefinedBecause } from "../undefined.ts";

/** A population by stratum: its sizes, and the rate in each. */
export type RatesBySize = Readonly<{ sizes: ArrayLike<number>; rates: ArrayLike<number> }>;

/** A difference of two crude rates split into what rates and what composition make of it. */
export type RateDecomposition = Readonly<{
  crude: readonly [number, number];
  difference: number;
  rateEffect: number;
  compositionEffect: number;
  rateByStratum: number[];
  compositionByStratum: number[];
}>;

/**
 * Kitagawa's decomposition: how much of the difference between two crude rates, the second less the first, lies in their
 * rates and how much in who makes up the populations.
 *
 * Formula. With shares w: rate effect Σ ½(w₁ + w₂)(r₂ − r₁), composition effect Σ ½(r₁ + r₂)(w₂ − w₁); their sum is exact.
 * Units. Those of the rates.
 * Refuses. missing-value; no-person-years where a population holds nobody; impossible-value for a size below zero.
 * References. Kitagawa EM, J Am Stat Assoc 1955;50:1168-1194.
 * Checked against. kitagawa_das_gupta (DasGuptR 2.1.0; independent R).
 * @example
 * rateDecomposition({ sizes: [60, 40], rates: [1, 5] }, { sizes: [40, 60], rates: [2, 6] })
 * // => { crude: [2.6, 4.4], difference: 1.8, rateEffect: 1, compositionEffect: 0.8 }
 */
export function rateDecomposition(first: RatesBySize, second: RatesBySize): RateDecomposition | Undefined {
  const [w1, w2] = [Array.from(first.sizes), Array.from(second.sizes)];
  const [m1, m2] = [Array.from(first.rates), Array.from(second.rates)];
  requireSameLength({ sizes: w1, rates: m1, secondSizes: w2, secondRates: m2 });
  const [n1, n2] = [sumOf(w1), sumOf(w2)];
  if (![...w1, ...w2, ...m1, ...m2].every(isKnown)) return missing("A size or rate");
  if ([...w1, ...w2].some((size) => size < 0)) return impossible("A size is below zero.");
  if (!(n1 > 0 && n2 > 0)) return undefinedBecause("no-person-years", "A population holds nobody, so it has no rate.");
  const rateByStratum = m1.map((rate, i) => ((w1[i]! / n1 + w2[i]! / n2) / 2) * (m2[i]! - rate));
  const compositionByStratum = m1.map((rate, i) => ((rate + m2[i]!) / 2) * (w2[i]! / n2 - w1[i]! / n1));
  const crude = [sumOf(m1, (rate, i) => (w1[i]! / n1) * rate), sumOf(m2, (rate, i) => (w2[i]! / n2) * rate)] as const;
  return {
    crude,
    difference: crude[1] - crude[0],
    rateEffect: sumOf(rateByStratum),
    compositionEffect: sumOf(compositionByStratum),
    rateByStratum,
    compositionByStratum,
  };
}

/** What one factor makes of a difference: its effect, and the rate of each population were only that factor its own. */
export type FactorEffect = Readonly<{ effect: number; standardised: readonly [number, number] }>;

/**
 * Das Gupta's decomposition of a difference, the second less the first, into the effects of several factors.
 *
 * Formula. Each factor in turn keeps its two values while the others take every mixture of the two populations, a
 * mixture with s factors of the second weighing s!(k − 1 − s)!/k!; the effects add up to the difference exactly.
 * Units. Those of the rate; the rate is the product of the factors unless `rate` is given.
 * Refuses. missing-value. Throws RangeError for lists of different lengths.
 * References. Das Gupta P, Standardization and Decomposition of Rates: A User's Manual, US Bureau of the Census P23-186, 1993.
 * Checked against. kitagawa_das_gupta (DasGuptR 2.1.0; the manual's worked example of earnings).
 * @example
 * factorDecomposition([10930, 0.717892], [16591, 0.825974])
 * // => [{ effect: 4369.912713, standardised: [8437.22769, 12807.140403] }, { effect: 1487.262361 }]
 */
export function factorDecomposition(
  first: readonly number[],
  second: readonly number[],
  rate: (factors: readonly number[]) => number = (factors) => factors.reduce((product, f) => product * f, 1),
): FactorEffect[] | Undefined {
  requireSameLength({ first, second });
  if (![...first, ...second].every(isKnown)) return missing("A factor");
  return first.map((_, i) => {
    const one = averageOver(first, second, i, first[i]!, rate);
    const other = averageOver(first, second, i, second[i]!, rate);
    return { effect: other - one, standardised: [one, other] };
  });
}

function averageOver(
  first: readonly number[],
  second: readonly number[],
  kept: number,
  own: number,
  rate: (factors: readonly number[]) => number,
): number {
  const count = first.length;
  let total = 0;
  for (let mixture = 0; mixture < 2 ** count; mixture++) {
    if ((mixture >> kept) & 1) continue;
    const fromSecond = first.map((_, j) => (mixture >> j) & 1);
    const factors = first.map((value, j) => (j === kept ? own : fromSecond[j] ? second[j]! : value));
    total += mixtureWeight(sumOf(fromSecond), count) * rate(factors);
  }
  return total;
}

/** s!(k − 1 − s)!/k!. */
function mixtureWeight(taken: number, count: number): number {
  let weight = 1 / count;
  for (let j = 1; j <= taken; j++) weight *= j / (count - j);
  return weight;
}
