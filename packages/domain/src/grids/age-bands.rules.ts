/** A band of ages: completed years, `ageFrom` included, `ageBelow` not, null where it is open. */
type Band = Readonly<{ ageFrom: number; ageBelow: number | null }>;

/** Ages that no band covers, or that two do. */
export type BandFault = Band & Readonly<{ fault: "covered by no row" | "covered by two rows" }>;

/**
 * Where bands fail to cover every age once. A total for all ages may stand beside them; alone, it is enough.
 *
 * @example
 * bandFaults([{ ageFrom: 0, ageBelow: 5 }, { ageFrom: 15, ageBelow: null }]) // => [{ ageFrom: 5, ageBelow: 15, fault: "covered by no row" }]
 * @example
 * bandFaults([{ ageFrom: 0, ageBelow: null }]) // => []
 */
export function bandFaults(bands: readonly Band[]): readonly BandFault[] {
  const parts = bands.filter(({ ageFrom, ageBelow }) => ageFrom > 0 || ageBelow !== null);
  if (parts.length === 0) return [];
  const faults: BandFault[] = [];
  let covered = 0;
  for (const { ageFrom, ageBelow } of parts.toSorted((a, b) => a.ageFrom - b.ageFrom || end(a) - end(b))) {
    if (ageFrom > covered) faults.push({ ageFrom: covered, ageBelow: ageFrom, fault: "covered by no row" });
    if (ageFrom < covered)
      faults.push({
        ageFrom,
        ageBelow: finite(Math.min(covered, end({ ageFrom, ageBelow }))),
        fault: "covered by two rows",
      });
    covered = Math.max(covered, end({ ageFrom, ageBelow }));
  }
  if (covered < Number.POSITIVE_INFINITY) faults.push({ ageFrom: covered, ageBelow: null, fault: "covered by no row" });
  return faults;
}

const end = ({ ageBelow }: Band): number => ageBelow ?? Number.POSITIVE_INFINITY;
const finite = (age: number): number | null => (age === Number.POSITIVE_INFINITY ? null : age);
