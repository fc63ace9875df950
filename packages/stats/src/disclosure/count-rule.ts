import { max } from "../maths.ts";
import { misuse, requireWhole } from "../misuse.ts";

/** Which counts are withheld, and what outsiders are told of it. */
export type CountRule = Readonly<{
  /** Counts from 1 to this are withheld. */
  largestWithheld: number;
  /**
   * "may-hide", unless told otherwise: a zero may be withheld to protect another cell. "withheld": zeros are withheld as
   * small counts are. "shown": zeros are always shown and never hide another cell, so outsiders know that what is withheld
   * is at least 1; a small total of several withheld parts then cannot be kept as wide as the rule, and is exposed.
   */
  zeros?: "shown" | "may-hide" | "withheld";
  /**
   * "untold", unless told otherwise: every withheld cell looks the same. "told": outsiders see which are withheld for their size, so those are
   * known to be at most the largest withheld and the others to be above it.
   */
  reasons?: "untold" | "told";
  /**
   * "interval", unless told otherwise: outsiders may not narrow a small count below what the rule itself tells. "value": they may narrow it,
   * so long as they cannot tell the number.
   */
  guard?: "interval" | "value";
}>;

/** The smallest count that the rule withholds. */
export const smallestWithheld = (rule: CountRule): number => (rule.zeros === "withheld" ? 0 : 1);

/**
 * What must stay possible for a withheld small count: from the smallest that the rule withholds to the largest, and in
 * any case two values.
 */
export function guardedRange(rule: CountRule): Readonly<{ lower: number; upper: number }> {
  const lower = smallestWithheld(rule);
  return { lower, upper: max(rule.largestWithheld, lower + 1) };
}

/** A rule that could not be kept whatever is withheld is a mistake of the caller. */
export function requireCountRule(rule: CountRule): void {
  const { largestWithheld, reasons } = rule;
  requireWhole("largestWithheld", largestWithheld, 1);
  if (reasons === "told" && largestWithheld === smallestWithheld(rule))
    misuse("A rule that withholds one value and tells which cells have it tells the value.");
}

/**
 * Which counts a rule withholds for their own size.
 *
 * Formula. Withheld when 1 ≤ count ≤ k; also when count = 0 where the rule withholds zeros.
 * Units. Counts of people or events; the answer holds 1 for withheld and 0 for not, in the order given.
 * Refuses. Throws RangeError for a rule whose largest withheld count is not a whole number of 1 or more.
 * References. Centers for Medicare & Medicaid Services, cell size suppression policy (1 to 10); Hundepool A et al,
 * Statistical Disclosure Control, 2012, 4.2.
 * Checked against. cell_suppression (GaussSuppression 1.0.0, the primary cells of every case).
 * @example
 * [...primarySuppression([0, 1, 10, 11], { largestWithheld: 10 })] // => [0, 1, 1, 0]
 * @example
 * [...primarySuppression([0, 1, 10, 11], { largestWithheld: 9, zeros: "withheld" })] // => [1, 1, 0, 0]
 */
export function primarySuppression(counts: ArrayLike<number>, rule: CountRule): Uint8Array {
  requireCountRule(rule);
  const smallest = smallestWithheld(rule);
  return Uint8Array.from(counts, (count) => (count >= smallest && count <= rule.largestWithheld ? 1 : 0));
}
