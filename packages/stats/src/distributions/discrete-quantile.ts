import { floor, max, min } from "../maths.ts";

/** The smallest whole number k ≥ 0 with cdf(k) ≥ probability, searched outward from a start. */
export function discreteQuantile(
  cdf: (k: number) => number,
  probability: number,
  start: number,
  highest = Infinity,
): number {
  // A shade below p, so that a cumulative probability equal to p but for rounding counts as reaching it.
  const enough = probability * (1 - 4e-16);
  const reaches = (k: number) => cdf(k) >= enough;
  let k = max(0, min(highest, floor(start)));
  let step = 1;
  if (reaches(k)) {
    while (k > 0 && reaches(max(0, k - step))) {
      k = max(0, k - step);
      step *= 2;
    }
    return k === 0 ? 0 : firstReaching(reaches, max(-1, k - step), k);
  }
  let below = k;
  while (k < highest && !reaches(k)) {
    below = k;
    k = min(highest, k + step);
    step *= 2;
  }
  return firstReaching(reaches, below, k);
}

function firstReaching(reaches: (k: number) => boolean, below: number, reached: number): number {
  let low = below;
  let high = reached;
  while (high - low > 1) {
    const middle = floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
