import { normalCdf, normalMultiplier } from "./distributions/normal.ts";
import type { EstimateWithError } from "./estimate.ts";
import { type Undefined, undefinedBecause } from "./undefined.ts";

/** A difference of two independent estimates: its limits, and the test that there is none. */
export type Difference = EstimateWithError & Readonly<{ z: number; p: number }>;

/** The difference of two independent values with standard errors, by the normal approximation. */
export function normalDifference(value: number, standardError: number, level: number): Difference | Undefined {
  const reach = normalMultiplier(level) * standardError;
  if (!(standardError > 0)) {
    return undefinedBecause(
      "no-uncertainty",
      "Neither figure has any uncertainty, so their difference cannot be tested.",
    );
  }
  const z = value / standardError;
  return { value, lower: value - reach, upper: value + reach, level, standardError, z, p: 2 * normalCdf(-Math.abs(z)) };
}
