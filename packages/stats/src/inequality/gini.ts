import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type WeighedValues, type WeightOptions, weighedValues } from "./weighed-values.ts";

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
  const known = weighedValues(values, options.weights);
  if (isUndefined(known)) return known;
  const n = values.length;
  if (!options.corrected) return giniOf(known);
  if (n === 1) return undefinedBecause("too-few-observations", "One value has no corrected Gini coefficient.");
  return (giniOf(known) * n) / (n - 1);
}

function giniOf({ values, shares, mean }: WeighedValues): number {
  let before = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += shares[i]! * (values[i]! - mean) * (before + shares[i]! / 2 - 0.5);
    before += shares[i]!;
  }
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
  const known = weighedValues(values, options.weights);
  if (isUndefined(known)) return known;
  const { shares, mean } = known;
  return known.values.reduce((sum, x, i) => sum + shares[i]! * Math.abs(x - mean), 0) / (2 * mean);
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
  const known = weighedValues(values, options.weights);
  if (isUndefined(known)) return known;
  const { shares, mean } = known;
  let people = 0;
  let held = 0;
  let i = 0;
  while (people + shares[i]! < 0.5 - 1e-12) {
    people += shares[i]!;
    held += shares[i]! * known.values[i]!;
    i++;
  }
  held += (0.5 - people) * known.values[i]!;
  // Where half the weight ends between two values the median is midway between them.
  const ends = Math.abs(people + shares[i]! - 0.5) <= 1e-12;
  const median = ends ? (known.values[i]! + known.values[i + 1]!) / 2 : known.values[i]!;
  if (!(median > 0)) return undefinedBecause("impossible-value", "The median is zero, so the index does not exist.");
  return (2 * (2 * (0.5 - held / mean) - giniOf(known)) * mean) / median;
}
