import type { CountRule } from "../disclosure/count-rule.ts";

/** The smallest count that a rule withholds. */
export const smallestOf = ({ zeros }: CountRule): number => (zeros === "withheld" ? 0 : 1);

/** All that a rule withholds, and two values at the least. */
export function ruleRange(rule: CountRule): Readonly<{ lower: number; upper: number }> {
  const lower = smallestOf(rule);
  return { lower, upper: Math.max(rule.largestWithheld, lower + 1) };
}
