import { floor, sqrt } from "../maths.ts";
import { sumOf } from "../sum-of.ts";

/** Limits, middle and deviation of simulated figures. */
export type Spread = Readonly<{ lower: number; upper: number; median: number; mean: number; standardError: number }>;

/** The middle share `level` of figures by percentiles, with their mean and deviation; the figures are put in order. */
export function spreadOf(figures: Float64Array, level: number): Spread {
  figures.sort();
  const mean = sumOf(figures) / figures.length;
  const tail = (1 - level) / 2;
  return {
    lower: percentile(figures, tail),
    upper: percentile(figures, 1 - tail),
    median: percentile(figures, 0.5),
    mean,
    standardError: sqrt(sumOf(figures, (figure) => (figure - mean) ** 2) / (figures.length - 1)),
  };
}

/** A percentile of figures in order, between neighbours by Hyndman and Fan's definition 7. */
function percentile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = floor(position);
  const value = sorted[below]!;
  return value + (position - below) * ((sorted[below + 1] ?? value) - value);
}
