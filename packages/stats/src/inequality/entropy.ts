import { exp, expm1, log } from "../maths.ts";
import { requirePositive } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, type Undefined } from "../undefined.ts";
import { averageOf, ofValues, type WeightOptions } from "./weighed-values.ts";

/**
 * The generalised entropy of a distribution; 1 is Theil's T, 0 the mean log deviation (Theil's L), 2 half the squared
 * coefficient of variation.
 *
 * Formula. {Σp(x/μ)^α − 1}/{α(α − 1)}; Σp(x/μ)ln(x/μ) for α = 1; −Σp ln(x/μ) for α = 0.
 * Units. Natural units; 0 where all are equal.
 * Refuses. no-observations, missing-value; impossible-value for negative values, where all are zero, or for a zero among
 * them when α ≤ 0.
 * References. Shorrocks AF, Econometrica 1980;48:613-625; Theil H, Economics and Information Theory, 1967.
 * Checked against. gini_theil_atkinson (ineq 0.2.13, IC2 1.0.1) and inequality_pysal.
 * @example
 * generalisedEntropy([1, 2, 3, 4], 1) // => 0.106440
 * @example
 * generalisedEntropy([1, 2, 3, 4], 2) // => 0.1
 */
export function generalisedEntropy(
  values: ArrayLike<number>,
  alpha: number,
  options: WeightOptions = {},
): number | Undefined {
  return ofValues(values, options, (known) => {
    if (alpha <= 0 && known.values[0] === 0)
      return impossible("A value of zero has no entropy of an order that is not above zero.");
    if (alpha === 1) return averageOf(known, (r) => (r === 0 ? 0 : r * log(r)));
    if (alpha === 0) return averageOf(known, (r) => -log(r));
    return averageOf(known, (r) => r ** alpha - 1) / (alpha * (alpha - 1));
  });
}

/**
 * The Atkinson index: the share of the total that could be given up for equality, under an aversion to inequality.
 *
 * Formula. 1 − (Σp x^{1−ε})^{1/(1−ε)}/μ; for ε = 1, 1 − e^{Σp ln x}/μ. A value of zero gives 1 for ε ≥ 1.
 * Units. A share from 0 to 1.
 * Refuses. no-observations, missing-value; impossible-value for negative values or where all are zero. Throws RangeError
 * for an aversion that is not above zero.
 * References. Atkinson AB, J Econ Theory 1970;2:244-263.
 * Checked against. gini_theil_atkinson (ineq 0.2.13, IC2 1.0.1) and inequality_pysal.
 * @example
 * atkinson([1, 2, 3, 4], 1) // => 0.114654
 * @example
 * atkinson([0, 1], 1) // => 1
 */
export function atkinson(values: ArrayLike<number>, aversion: number, options: WeightOptions = {}): number | Undefined {
  requirePositive("aversion", aversion);
  return ofValues(values, options, (known) => {
    if (aversion >= 1 && known.values.some((x, i) => x === 0 && known.shares[i]! > 0)) return 1;
    if (aversion === 1) return -expm1(averageOf(known, log));
    const power = 1 - aversion;
    return 1 - averageOf(known, (r) => r ** power) ** (1 / power);
  });
}

/**
 * The Kolm index, which stays the same when everybody gets the same amount more.
 *
 * Formula. ln{Σp e^{κ(μ − x)}}/κ.
 * Units. Those of the values when κ is in their inverse.
 * Refuses. no-observations, missing-value; impossible-value for negative values or where all are zero. Throws RangeError
 * for an aversion that is not above zero.
 * References. Kolm SC, J Econ Theory 1976;12:416-442 and 13:82-111.
 * Checked against. gini_theil_atkinson (ineq 0.2.13).
 * @example
 * kolmIndex([1, 2, 3, 4], 1) // => 0.553895
 */
export function kolmIndex(
  values: ArrayLike<number>,
  aversion: number,
  options: WeightOptions = {},
): number | Undefined {
  requirePositive("aversion", aversion);
  return ofValues(values, options, (known) => {
    const { shares, mean } = known;
    const most = aversion * (mean - known.values[0]!);
    const sum = sumOf(known.values, (x, i) => shares[i]! * exp(aversion * (mean - x) - most));
    return (most + log(sum)) / aversion;
  });
}
