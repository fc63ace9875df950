import { isKnown, sqrt } from "../maths.ts";

/** A population-weighted line through the values of ordered groups, and what the limits of its indices are made from. */
export type SlopeFit = {
  /** 0, or why there is no line: as `slopeRefusal` tells it. */
  reason: number;
  mean: number;
  slope: number;
  slopeError: number;
  /** Standard error of the logarithm of (mean + slope/2)/(mean − slope/2). */
  logRatioError: number;
  /** Standard error of slope/mean. */
  shareError: number;
};

/** A fit to be filled. */
export const emptySlopeFit = (): SlopeFit => ({
  reason: 0,
  mean: 0,
  slope: 0,
  slopeError: 0,
  logRatioError: 0,
  shareError: 0,
});

/**
 * Fits the line through `count` groups from `offset`. With shares a and middle ranks x the mean rank is ½ whatever the
 * shares, so the slope is Σhy with h = a(x − ½)/Σa(x − ½)², the ends are mean ∓ slope/2, and errors pass through h.
 */
export function fillSlopeFit(
  fit: SlopeFit,
  values: ArrayLike<number>,
  population: ArrayLike<number>,
  errors: ArrayLike<number>,
  offset: number,
  count: number,
  fewest: number,
): void {
  const first = values[offset]!;
  let people = 0;
  let weighed = 0;
  let finite = 0;
  let negative = false;
  let peopled = 0;
  for (let j = offset; j < offset + count; j++) {
    const n = population[j]!;
    people += n;
    // Measured from the first value, so that equal values have a slope of exactly nothing.
    weighed += n * (values[j]! - first);
    finite += errors[j]!;
    if (n > 0) peopled++;
    if (n < 0 || errors[j]! < 0) negative = true;
  }
  fit.reason = reasonOf(people + weighed + finite, negative, peopled < fewest);
  if (fit.reason !== 0) return;
  let before = 0;
  let spread = 0;
  let both = 0;
  for (let j = offset; j < offset + count; j++) {
    const share = population[j]! / people;
    const away = before + share / 2 - 0.5;
    before += share;
    spread += share * away * away;
    both += share * away * (values[j]! - first);
  }
  fit.mean = first + weighed / people;
  fit.slope = both / spread;
  fillErrors(fit, population, errors, offset, count, people, spread);
}

function reasonOf(sum: number, negative: boolean, few: boolean): number {
  if (!isKnown(sum)) return 1;
  if (negative) return 2;
  return few ? 3 : 0;
}

function fillErrors(
  fit: SlopeFit,
  population: ArrayLike<number>,
  errors: ArrayLike<number>,
  offset: number,
  count: number,
  people: number,
  spread: number,
): void {
  const { mean, slope } = fit;
  const bottom = mean - slope / 2;
  const top = mean + slope / 2;
  let before = 0;
  let ofSlope = 0;
  let ofRatio = 0;
  let ofShare = 0;
  for (let j = offset; j < offset + count; j++) {
    const share = population[j]! / people;
    const pull = (share * (before + share / 2 - 0.5)) / spread;
    before += share;
    const square = errors[j]! * errors[j]!;
    const inRatio = (share + pull / 2) / top - (share - pull / 2) / bottom;
    const inShare = (pull - (slope * share) / mean) / mean;
    ofSlope += pull * pull * square;
    ofRatio += inRatio * inRatio * square;
    ofShare += inShare * inShare * square;
  }
  fit.slopeError = sqrt(ofSlope);
  fit.logRatioError = sqrt(ofRatio);
  fit.shareError = sqrt(ofShare);
}
