import { normalMultiplier, twoSidedP } from "./distributions/normal.ts";
import { type EstimateWithError, estimateAround } from "./estimate.ts";
import { hypot } from "./maths.ts";
import { type Undefined, undefinedBecause } from "./undefined.ts";

/** A difference of two independent estimates: its limits, and the test that there is none. */
export type Difference = EstimateWithError & Readonly<{ z: number; p: number }>;

/** The difference of two independent values with standard errors, by the normal approximation. */
export function normalDifference(value: number, standardError: number, level: number): Difference | Undefined {
  const multiplier = normalMultiplier(level);
  if (!(standardError > 0))
    return undefinedBecause(
      "no-uncertainty",
      "Neither figure has any uncertainty, so their difference cannot be tested.",
    );
  const z = value / standardError;
  return { ...estimateAround(value, standardError, multiplier, level), z, p: twoSidedP(z) };
}

/** The first of two independent estimates less the second: their standard errors add in quadrature. */
export function independentDifference(
  first: Readonly<{ value: number; standardError: number }>,
  second: Readonly<{ value: number; standardError: number }>,
  { level = 0.95 }: Readonly<{ level?: number }>,
): Difference | Undefined {
  return normalDifference(first.value - second.value, hypot(first.standardError, second.standardError), level);
}
