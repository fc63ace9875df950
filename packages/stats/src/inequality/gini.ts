import { abs } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, tooFew, type Undefined } from "../undefined.ts";
import { averageOf, ofValues, type WeighedValues, type WeightOptions } from "./weighed-values.ts";

/**
 * The Gini coefficient of a distribution.
 *
 * Formula. 2Σp(x − μ)(R − ½)/μ with shares p and middle ranks R; for equal weights Σ(2i − n − 1)x_i/(n²μ). `corrected` times
 * n/(n − 1), so that all held by one of n gives one.
 * Units. A share from 0 to 1.
 * Refuses. no-observations, missing-value; impossible-value for negative values or where all are zero;
 * too-few-observations for a corrected coefficient of a single value.
 * References. Gini C, Atti R Ist Veneto Sci 1914;73:1203; Lerman RI, Yitzhaki S, J Econometrics 1989;42:43-47 (weights).
 * Checked against. gini_theil_atkinson (ineq 0.2.13, IC2 1.0.1) and inequality_pysal.
 * @example
 * gini([1, 2, 3, 4]) // => 0.25
 * @example
 * gini([0, 0, 0, 5], { corrected: true }) // => 1
 */
export function gini(
  values: ArrayLike<number>,
  options: WeightOptions & Readonly<{ corrected?: boolean }> = {},
): number | Undefined {
  return ofValues(values, options, (known) => {
    const n = values.length;
    if (!options.corrected) return giniOf(known);
    if (n === 1) return tooFew("One value has no corrected Gini coefficient.");
    return (giniOf(known) * n) / (n - 1);
  });
}

function giniOf({ values, shares, mean }: WeighedValues): number {
  let before = 0;
  const sum = sumOf(values, (value, i) => {
    const rank = before + shares[i]! / 2 - 0.5;
    before += shares[i]!;
    return shares[i]! * (value - mean) * rank;
  });
  return (2 * sum) / mean;
}

/**
 * The Hoover index, also called Schutz, Ricci-Schutz or Robin Hood: the share that would have to move for equality.
 *
 * Formula. Σp|x − μ|/(2μ).
 * Units. A share from 0 to 1.
 * Refuses. no-observations, missing-value; impossible-value for negative values or where all are zero.
 * References. Hoover EM, Rev Econ Stat 1936;18:162-171; Schutz RR, Am Econ Rev 1951;41:107-122.
 * Checked against. gini_theil_atkinson (ineq 0.2.13) and inequality_pysal.
 * @example
 * hooverIndex([1, 2, 3, 4]) // => 0.2
 */
export function hooverIndex(values: ArrayLike<number>, options: WeightOptions = {}): number | Undefined {
  return ofValues(values, options, (known) => averageOf(known, (r) => abs(r - 1)) / 2);
}

/**
 * The Wolfson index of polarisation: how far a distribution has drawn apart into two halves.
 *
 * Formula. 2{2[½ − L(½)] − G}μ/m with the Lorenz curve L, the Gini coefficient G, the mean μ and the median m; L(½) lies on
 * the straight line between its neighbours.
 * Units. 0 where all are equal, 1 where half have nothing and half the rest.
 * Refuses. As gini; impossible-value where the median is zero.
 * References. Wolfson MC, Am Econ Rev 1994;84:353-358.
 * Checked against. inequality_pysal, which gives half of Wolfson's index.
 * @example
 * wolfsonIndex([1, 2, 3, 4]) // => 0.3
 */
export function wolfsonIndex(values: ArrayLike<number>, options: WeightOptions = {}): number | Undefined {
  return ofValues(values, options, (known) => {
    const { shares, mean } = known;
    let people = 0;
    let held = 0;
    let i = 0;
    for (; people + shares[i]! < 0.5 - 1e-12; i++) {
      people += shares[i]!;
      held += shares[i]! * known.values[i]!;
    }
    const value = known.values[i]!;
    held += (0.5 - people) * value;
    // Where half the weight ends between two values the median is midway between them.
    const ends = abs(people + shares[i]! - 0.5) <= 1e-12;
    const median = ends ? (value + known.values[i + 1]!) / 2 : value;
    if (!(median > 0)) return impossible("The median is zero, so the index does not exist.");
    return (2 * (2 * (0.5 - held / mean) - giniOf(known)) * mean) / median;
  });
}
