import { requireSameLength } from "../misuse.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";

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
  requireSameLength({ sizes: first.sizes, rates: first.rates, secondSizes: second.sizes, secondRates: second.rates });
  const shares = [first, second].map(({ sizes }) => sharesOf(sizes));
  const known = [first.rates, second.rates].every((rates) => Array.from(rates).every(Number.isFinite));
  if (!known || shares.some((share) => share === "missing")) {
    return undefinedBecause("missing-value", "A size or rate is not known, and a missing figure is not a zero.");
  }
  if (shares.some((share) => share === "negative"))
    return undefinedBecause("impossible-value", "A size is below zero.");
  const [w1, w2] = shares;
  if (!Array.isArray(w1) || !Array.isArray(w2)) {
    return undefinedBecause("no-person-years", "A population holds nobody, so it has no rate.");
  }
  const strata = w1.map((_, i) => i);
  const rateByStratum = strata.map((i) => ((w1[i]! + w2[i]!) / 2) * (second.rates[i]! - first.rates[i]!));
  const compositionByStratum = strata.map((i) => ((first.rates[i]! + second.rates[i]!) / 2) * (w2[i]! - w1[i]!));
  const crude = [
    sum(strata.map((i) => w1[i]! * first.rates[i]!)),
    sum(strata.map((i) => w2[i]! * second.rates[i]!)),
  ] as const;
  return {
    crude,
    difference: crude[1] - crude[0],
    rateEffect: sum(rateByStratum),
    compositionEffect: sum(compositionByStratum),
    rateByStratum,
    compositionByStratum,
  };
}

function sharesOf(sizes: ArrayLike<number>): number[] | "missing" | "negative" | "nobody" {
  const list = Array.from(sizes);
  if (!list.every(Number.isFinite)) return "missing";
  if (list.some((size) => size < 0)) return "negative";
  const total = sum(list);
  return total > 0 ? list.map((size) => size / total) : "nobody";
}

function sum(column: readonly number[]): number {
  return column.reduce((total, n) => total + n, 0);
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
  if (![...first, ...second].every(Number.isFinite)) {
    return undefinedBecause("missing-value", "A factor is not known, and a missing figure is not a zero.");
  }
  return first.map((_, i) => {
    const standardised = [first[i]!, second[i]!].map((own) => averageOver(first, second, i, own, rate));
    const [one = 0, other = 0] = standardised;
    return { effect: other - one, standardised: [one, other] as const };
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
    const taken = fromSecond.reduce((sum, one) => sum + one, 0);
    const factors = first.map((value, j) => (j === kept ? own : fromSecond[j] ? second[j]! : value));
    total += mixtureWeight(taken, count) * rate(factors);
  }
  return total;
}

/** s!(k − 1 − s)!/k!. */
function mixtureWeight(taken: number, count: number): number {
  let weight = 1 / count;
  for (let j = 1; j <= taken; j++) weight *= j / (count - j);
  return weight;
}
