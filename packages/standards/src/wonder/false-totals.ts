import { type Malformed, malformed } from "../malformed.ts";

/** Of a table of CDC WONDER, what tells totals from rows. */
type TableWithTotals = Readonly<{
  headings: readonly string[];
  rows: readonly RowOrTotal[];
  parameters: readonly (readonly [name: string, value: string])[];
}>;
type RowOrTotal = Readonly<{ line: number; cells: readonly string[]; total: boolean }>;

/**
 * The totals of deaths that do not agree with their rows, each with its line; none where all do.
 *
 * A total is the sum of the rows that share the group cells it does not leave blank. Where CDC hides or suppresses
 * small counts the rows may add to less, never to more. Populations are not checked: grouped by cause, each row of an
 * age names the same people.
 *
 * @example
 * falseTotals({ headings: ["Notes", "Deaths"], rows: [{ line: 2, cells: ["Total", "3"], total: true }], parameters: [] })
 * // => [{ malformed: true, line: 2, found: "a total of 3 deaths", expected: "0, as its rows add to" }]
 */
export function falseTotals(table: TableWithTotals): Malformed[] {
  const deathsAt = table.headings.indexOf("Deaths");
  const notesAt = table.headings.indexOf("Notes");
  const groupsAt = table.headings.map((_, at) => at).filter((at) => at < deathsAt && at !== notesAt);
  const hidden = mayHide(table, deathsAt);
  const sums = sumsByGroup(table, groupsAt, deathsAt);
  return table.rows
    .filter((row) => row.total && /^\d+$/.test(row.cells[deathsAt]!))
    .flatMap((row) => {
      const told = Number(row.cells[deathsAt]);
      const added = sums.get(groupKey(row, groupsAt)) ?? 0;
      if (added === told || (hidden && added < told)) return [];
      return [malformed(row.line, `a total of ${told} deaths`, `${added}, as its rows add to`)];
    });
}

// "Show Suppressed: False" leaves out whole rows of fewer than ten deaths; the totals still hold them.
const mayHide = ({ parameters, rows }: TableWithTotals, deathsAt: number): boolean =>
  rows.some((row) => row.cells[deathsAt] === "Suppressed") ||
  parameters.some(([name, value]) => name === "Show Suppressed" && value === "False");

const groupKey = (row: RowOrTotal, groupsAt: readonly number[]): string =>
  groupsAt.map((at) => row.cells[at]).join("\t");

// Each row counts towards every total that blanks some of its groups from the right, as CDC nests them.
function sumsByGroup({ rows }: TableWithTotals, groupsAt: readonly number[], deathsAt: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const deaths = Number(row.cells[deathsAt]);
    if (row.total || !Number.isFinite(deaths)) continue;
    for (let kept = 0; kept < groupsAt.length; kept++) {
      const key = groupsAt.map((at, index) => (index < kept ? row.cells[at] : "")).join("\t");
      sums.set(key, (sums.get(key) ?? 0) + deaths);
    }
  }
  return sums;
}
