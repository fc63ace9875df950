import { columnOf } from "../column.ts";
import { twoSidedP } from "../distributions/normal.ts";
import { isKnown, sqrt } from "../maths.ts";
import { requireSameLength } from "../misuse.ts";
import { dot, sumOf } from "../sum-of.ts";
import { missing, type Undefined, undefinedBecause } from "../undefined.ts";

/** Events out of trials in ordered groups; scores are 1, 2, 3 … unless given. */
export type OrderedProportions = Readonly<{
  events: ArrayLike<number>;
  trials: ArrayLike<number>;
  scores?: ArrayLike<number>;
}>;

/**
 * The Cochran–Armitage test of a linear trend of proportions over ordered groups.
 *
 * Formula. z = Σ s(x − n p̄)/√(p̄(1 − p̄) Σ n(s − s̄)²), p̄ = Σx/Σn, s̄ = Σns/Σn; z² is the chi-square of one degree of
 * freedom; p two-sided.
 * Units. None; z is above zero where proportions rise with the scores.
 * Refuses. missing-value, negative-events, more-events-than-trials, no-variation (no events, nothing but events, or all
 * people at one score). Throws RangeError for columns of different lengths.
 * References. Cochran WG, Biometrics 1954;10:417-451; Armitage P, Biometrics 1955;11:375-386.
 * Checked against. trend (R 4.5.0 prop.trend.test).
 * @example
 * cochranArmitage({ events: [10, 15, 24], trials: [100, 100, 100] }) // => { z: 2.677931, chiSquare: 7.171315, p: 0.00740785 }
 */
export function cochranArmitage(
  of: OrderedProportions,
): Readonly<{ z: number; chiSquare: number; p: number }> | Undefined {
  const { events, trials } = of;
  const scores = of.scores ?? columnOf(events, (_, i) => i + 1);
  requireSameLength({ events, trials, scores });
  for (let i = 0; i < events.length; i++) {
    const [x, n] = [events[i]!, trials[i]!];
    if (!isKnown(x + n + scores[i]!)) return missing("A figure of a group");
    if (x < 0) return undefinedBecause("negative-events", "There cannot be fewer than no events.");
    if (x > n) return undefinedBecause("more-events-than-trials", "A group has more events than trials.");
  }
  const total = sumOf(trials);
  const share = sumOf(events) / total;
  const middle = dot(trials, scores) / total;
  const trend = sumOf(scores, (score, i) => (score - middle) * (events[i]! - trials[i]! * share));
  const variance = share * (1 - share) * sumOf(scores, (score, i) => trials[i]! * (score - middle) ** 2);
  if (!(variance > 0)) return noVariation;
  const z = trend / sqrt(variance);
  return { z, chiSquare: z * z, p: twoSidedP(z) };
}

const noVariation = undefinedBecause(
  "no-variation",
  "Without events, or with nothing but events, or all at one score, there is no trend to test.",
);
