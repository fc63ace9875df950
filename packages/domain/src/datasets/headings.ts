import type { FileTable } from "../files/table.ts";
import type { Complaint } from "../kernel/refusal.ts";
import type { Column } from "../sources/source.ts";

/**
 * A heading as it is compared: without case, outer blanks or a byte order mark, and with -, _ and blanks alike.
 *
 * @example
 * plainHeading(" Community_Area-Number ") // => "community area number"
 */
export const plainHeading = (heading: string): string =>
  heading
    .replace(/[\uFEFF\s_-]+/g, " ")
    .trim()
    .toLowerCase();

/** Where each declared column stands in a file: its key, and the position of its heading, the first being 0. */
export type Positions = ReadonlyMap<string, number>;

/**
 * Finds the declared columns among a file's headings, or among their other names. Other headings are passed over.
 *
 * Gives complaints, at the line of the headings, where a required column is missing or a column is there twice.
 *
 * @example
 * matchHeadings([{ key: "year", headings: ["Year"], required: true }], { headings: ["Place", "YEAR"], headingLine: 1 }).get("year") // => 1
 */
export function matchHeadings(
  columns: readonly Column[],
  { headings, headingLine: line, fieldNames = [] }: Pick<FileTable, "headings" | "headingLine" | "fieldNames">,
): Positions | readonly Complaint[] {
  const plain = headings.map((heading, at) => [plainHeading(heading), plainHeading(fieldNames[at] ?? "")]);
  const positions = new Map<string, number>();
  const complaints: Complaint[] = [];
  for (const column of columns) {
    const found = positionsOf(column, plain);
    if (found.length > 0) positions.set(column.key, found[0]!);
    if (found.length > 1) complaints.push(twice(column, headings, found, line));
    if (found.length === 0 && column.required) complaints.push(missing(column, headings, line));
  }
  return complaints.length > 0 ? complaints : positions;
}

/** Whether complaints came instead of positions. */
export const isComplaints = (found: Positions | readonly Complaint[]): found is readonly Complaint[] =>
  Array.isArray(found);

function positionsOf(column: Column, plain: readonly (readonly string[])[]): number[] {
  const names = column.headings.map(plainHeading);
  return [...plain.keys()].filter((position) => plain[position]!.some((name) => names.includes(name)));
}

function twice(column: Column, headings: readonly string[], found: readonly number[], line: number): Complaint {
  const names = found.map((position) => `“${headings[position]}”`).join(" and ");
  return { line, column: column.headings[0] ?? column.key, found: names, expected: "one such column" };
}

function missing(column: Column, headings: readonly string[], line: number): Complaint {
  const there = headings.length > 30 ? [...headings.slice(0, 30), "…"] : headings;
  const found = `the headings ${there.join(", ")}`;
  const names = column.headings.map((name) => `“${name}”`).join(" or ");
  return { line, column: column.headings[0] ?? column.key, found, expected: `a column ${names}` };
}
