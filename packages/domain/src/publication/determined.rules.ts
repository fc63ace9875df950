/** Unknowns, each with its factor, that add to something known. */
export type Equation = ReadonlyMap<string, number>;

/**
 * The unknowns that equations fix, whatever their known sides are.
 *
 * Formula. Gauss and Jordan: in the reduced echelon form of the factors an unknown is fixed where a row holds it alone.
 *
 * @example
 * [...determinedBy([new Map([["a", 1], ["b", 1]]), new Map([["a", 1], ["b", -1]])])] // => ["a", "b"]
 * @example
 * [...determinedBy([new Map([["a", 1], ["b", 1]])])] // => []
 */
export function determinedBy(equations: readonly Equation[]): ReadonlySet<string> {
  const rowOf = new Map<string, Map<string, number>>();
  for (const equation of equations) {
    const row = new Map(equation);
    for (const unknown of equation.keys()) subtract(row, unknown, rowOf.get(unknown));
    const pivot = largest(row);
    if (pivot === null) continue;
    const scale = row.get(pivot)!;
    for (const [unknown, factor] of row) row.set(unknown, factor / scale);
    for (const other of rowOf.values()) subtract(other, pivot, row);
    rowOf.set(pivot, row);
  }
  return new Set([...rowOf].filter(([, row]) => row.size === 1).map(([pivot]) => pivot));
}

/** Takes from a row as much of another, whose pivot has the factor 1, as frees it of that pivot. */
function subtract(row: Map<string, number>, pivot: string, other: ReadonlyMap<string, number> | undefined): void {
  const times = row.get(pivot);
  if (times === undefined || other === undefined) return;
  for (const [unknown, factor] of other) {
    const left = (row.get(unknown) ?? 0) - times * factor;
    if (Math.abs(left) < rounding) row.delete(unknown);
    else row.set(unknown, left);
  }
}

/** Factors begin as 1 and -1; what is this small is what rounding left of 0. */
const rounding = 1e-9;

/** Dividing by the largest factor keeps rounding small. */
function largest(row: ReadonlyMap<string, number>): string | null {
  let found: string | null = null;
  for (const [unknown, factor] of row)
    if (found === null || Math.abs(factor) > Math.abs(row.get(found)!)) found = unknown;
  return found;
}
