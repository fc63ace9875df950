import { isKnown } from "../maths.ts";
import { impossible, missing, type Undefined, undefinedBecause } from "../undefined.ts";

/**
 * The Index of Concentration at the Extremes (ICE) of an area.
 *
 * Formula. (A − P)/T with A people at the privileged extreme, P at the deprived one and T all, those between included.
 * Units. From −1 (all deprived) to 1 (all privileged).
 * Refuses. missing-value; impossible-value for negative counts, or extremes that hold more than all; no-person-years where
 * nobody is counted.
 * References. Massey DS, in Booth A, Crouter AC, Does It Take a Village?, 2001; Krieger N et al, Am J Public Health
 * 2016;106:256-263.
 * Checked against. index_concentration_extremes (ndi 0.2.1, which gives NaN or −Inf where nobody is counted).
 * @example
 * concentrationAtExtremes({ privileged: 162, deprived: 323, total: 4075 }) // => -0.0395092
 * @example
 * concentrationAtExtremes({ privileged: 0, deprived: 0, total: 0 }) // => { undefined: "no-person-years" }
 */
export function concentrationAtExtremes(
  people: Readonly<{ privileged: number; deprived: number; total: number }>,
): number | Undefined {
  const { privileged, deprived, total } = people;
  if (!isKnown(privileged + deprived + total)) return missing("A count");
  if (privileged < 0 || deprived < 0 || total < 0) return impossible("A count is negative.");
  if (total === 0) return undefinedBecause("no-person-years", "Nobody is counted in the area.");
  if (privileged + deprived > total) return impossible("The two extremes hold more people than the area has.");
  return (privileged - deprived) / total;
}
