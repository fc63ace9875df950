import { normalMultiplier, poissonLimits } from "@evenspan/stats";

const level = 0.95;
const z = normalMultiplier(level);

/**
 * How many events a gamma interval betrays by its lower limit: exact limits of a crude rate, or those of Fay and Feuer of
 * an adjusted one, in which fewer count for more and the answer is the most that they can stand for.
 *
 * Formula. L / r = (1 − 1/(9n) − z/(3√n))³ solved for n: Byar's approximation, within 0.1 from two events on.
 *
 * @example
 * eventsOfGammaLimits(20, 12.2165) // => 20
 */
export function eventsOfGammaLimits(value: number, lower: number): number {
  const thirdOfRoot = (Math.sqrt(z * z + 4 * (1 - Math.cbrt(lower / value))) - z) / 2;
  return 1 / (9 * thirdOfRoot * thirdOfRoot);
}

/**
 * How many events a normal interval betrays: n = (z r / (U − r))². Where events weigh differently it is less than their
 * number (Cauchy and Schwarz), and never more.
 *
 * @example
 * eventsOfNormalLimits(50, 59.8) // => 100
 */
export const eventsOfNormalLimits = (value: number, upper: number): number => ((z * value) / (upper - value)) ** 2;

/**
 * The number of events of a crude rate, worked out of its interval alone; null where the limits are rounded too far, or
 * of another kind. A number is believed only where it gives the limits back.
 *
 * @example
 * eventsBehind({ value: 133.33333333333334, lower: 81.44327103, upper: 205.9205 }) // => null
 * @example
 * eventsBehind({ value: 50, lower: 40.20018007729973, upper: 59.79981992270027 }) // => 100
 */
export function eventsBehind({ value, lower, upper }: Readonly<{ value: number; lower: number; upper: number }>) {
  if (value <= 0 || lower <= 0 || upper <= value) return null;
  const exact = Math.round(eventsOfGammaLimits(value, lower));
  if (agrees(poissonLimits(exact, level).lower / exact, lower / value)) return exact;
  const normal = Math.round(eventsOfNormalLimits(value, upper));
  return agrees(1 - z / Math.sqrt(normal), lower / value) ? normal : null;
}

const agrees = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-10;
