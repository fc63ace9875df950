import { columnOf } from "../column.ts";
import { abs, isKnown, log } from "../maths.ts";
import { misuse, requirePlace } from "../misuse.ts";
import { sumOf } from "../sum-of.ts";
import { impossible, isUndefined, missing, type Undefined, undefinedBecause } from "../undefined.ts";

/** People by area (rows) and group (columns). */
export type AreaCounts = readonly ArrayLike<number>[];

type Counted = Readonly<{ areas: number[]; groups: number[]; total: number }>;

/**
 * The dissimilarity of two groups: the share of one that would have to move for both to be spread alike.
 *
 * Formula. ½Σ|a_i/A − b_i/B| over areas i.
 * Units. A share from 0 to 1.
 * Refuses. missing-value; impossible-value for a negative count; no-person-years where a group has nobody. Throws
 * RangeError for a group that is not there.
 * References. Duncan OD, Duncan B, Am Sociol Rev 1955;20:210-217.
 * Checked against. segregation_indices (segregation 1.1.0).
 * @example
 * dissimilarity([[10, 30], [30, 10]], 0, 1) // => 0.5
 */
export function dissimilarity(counts: AreaCounts, first: number, second: number): number | Undefined {
  const known = counted(counts, [first, second]);
  if (isUndefined(known)) return known;
  const { groups } = known;
  return sumOf(counts, (row) => abs(row[first]! / groups[first]! - row[second]! / groups[second]!)) / 2;
}

/**
 * The exposure of one group to another: the share of the other in the area of an average member; of a group to itself,
 * its isolation.
 *
 * Formula. Σ(a_i/A)(b_i/t_i) over areas i with t_i people.
 * Units. A share from 0 to 1; over all groups it sums to one.
 * Refuses. missing-value; impossible-value for a negative count; no-person-years where the first group has nobody. Throws
 * RangeError for a group that is not there.
 * References. Lieberson S, Carter DK, Am J Sociol 1979;85:347-366; Massey DS, Denton NA, Soc Forces 1988;67:281-315.
 * Checked against. segregation_indices (segregation 1.1.0).
 * @example
 * exposure([[10, 30], [30, 10]], 0, 1) // => 0.375
 */
export function exposure(counts: AreaCounts, of: number, to: number): number | Undefined {
  const known = counted(counts, [of, to], [of]);
  if (isUndefined(known)) return known;
  const { areas, groups } = known;
  return sumOf(counts, (row, i) => (row[of] === 0 ? 0 : (row[of]! / groups[of]!) * (row[to]! / areas[i]!)));
}

/**
 * The isolation of a group: its share in the area of its average member.
 *
 * Formula. Σ(a_i/A)(a_i/t_i) over areas i with t_i people.
 * Units. A share, from that of the group in all to 1.
 * Refuses. As exposure.
 * References. As exposure.
 * Checked against. segregation_indices (segregation 1.1.0).
 * @example
 * isolation([[10, 30], [30, 10]], 0) // => 0.625
 */
export function isolation(counts: AreaCounts, group: number): number | Undefined {
  return exposure(counts, group, group);
}

/**
 * The mutual information of area and group (M): how much knowing somebody's area tells of their group.
 *
 * Formula. Σ p_ig ln{p_ig/(p_i p_g)} over areas i and groups g.
 * Units. Nats; 0 where all areas have the same mix.
 * Refuses. missing-value; impossible-value for a negative count; no-person-years where there is nobody.
 * References. Theil H, Finizza AJ, J Math Sociol 1971;1:187-194; Mora R, Ruiz-Castillo J, Sociol Methodol 2011;41:159-194.
 * Checked against. segregation_indices (segregation 1.1.0).
 * @example
 * mutualInformation([[10, 30], [30, 10]]) // => 0.130812
 */
export function mutualInformation(counts: AreaCounts): number | Undefined {
  const known = counted(counts, []);
  return isUndefined(known) ? known : informationOf(counts, known);
}

function informationOf(counts: AreaCounts, { areas, groups, total }: Counted): number {
  return sumOf(counts, (row, i) =>
    sumOf(groups, (people, g) => (row[g]! > 0 ? (row[g]! / total) * log((row[g]! / areas[i]!) * (total / people)) : 0)),
  );
}

/**
 * Theil's index of segregation (H): the mutual information as a share of the diversity there is.
 *
 * Formula. M/E, E = −Σ p_g ln p_g over groups.
 * Units. A share from 0 (all areas have the same mix) to 1 (each area has one group).
 * Refuses. As mutualInformation; no-variation where all people are of one group.
 * References. Theil H, Finizza AJ, J Math Sociol 1971;1:187-194; Reardon SF, Firebaugh G, Sociol Methodol 2002;32:33-67.
 * Checked against. segregation_indices (segregation 1.1.0).
 * @example
 * theilSegregation([[10, 30], [30, 10]]) // => 0.188722
 */
export function theilSegregation(counts: AreaCounts): number | Undefined {
  const known = counted(counts, []);
  if (isUndefined(known)) return known;
  const entropy = -sumOf(known.groups, (n) => (n === 0 ? 0 : (n / known.total) * log(n / known.total)));
  if (entropy === 0) return undefinedBecause("no-variation", "All people are of one group, so none can be apart.");
  return informationOf(counts, known) / entropy;
}

function counted(counts: AreaCounts, asked: readonly number[], needed = asked): Counted | Undefined {
  const width = counts[0]?.length ?? 0;
  for (const row of counts) if (row.length !== width) misuse("Every area must have a count for every group.");
  for (const group of asked) requirePlace("group", group, width);
  const areas = counts.map((row) => sumOf(row));
  const total = sumOf(areas);
  if (!isKnown(total)) return missing("A count");
  if (counts.some((row) => columnOf(row).some((n) => n < 0))) return impossible("A count is negative.");
  const groups = Array.from({ length: width }, (_, g) => sumOf(counts, (row) => row[g]!));
  if (total === 0 || needed.some((group) => groups[group] === 0))
    return undefinedBecause("no-person-years", "A group has nobody in any area.");
  return { areas, groups, total };
}
