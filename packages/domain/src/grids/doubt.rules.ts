import type { Doubt } from "../sources/observation.ts";

/**
 * Whether a value must not be published without a decision: an estimate that lies outside its own interval, or whose
 * interval runs backwards, is a mistake of somebody's. It is kept, because only its publisher knows which number is
 * wrong. (The City's file of life expectancy has one: Dunning 2010, 79.8 with 70.0 to 72.7.)
 *
 * @example
 * doubtOf(79.8, 70.0, 72.7) // => "estimate-outside-interval"
 * @example
 * doubtOf(68.8, 66.9, 70.6) // => null
 */
export function doubtOf(value: number | null, lower: number | null, upper: number | null): Doubt | null {
  const backwards = lower !== null && upper !== null && lower > upper;
  const below = value !== null && lower !== null && value < lower;
  const above = value !== null && upper !== null && value > upper;
  return backwards || below || above ? "estimate-outside-interval" : null;
}
