import { sourceNamed } from "../datasets/recognise-source.ts";
import { csvCell } from "../kernel/csv-cell.ts";
import { isRefusal, type Outcome, refuse } from "../kernel/refusal.ts";
import type { Text } from "../kernel/text.ts";
import { sources } from "./sources.ts";

/** How a file for a source is filled in: CSV with headings and example rows, and what stands in each column. */
export type Template = Readonly<{
  csv: string;
  columns: readonly Readonly<{ heading: string; required: boolean; says: Text | null }>[];
  /** What the file must cover, and what a missing row means. */
  grid: Text;
}>;

/** The template of a source that anyone may fill in; refuses for one whose files come from their publisher only. */
export function templateOf(key: string): Outcome<Template> {
  const source = sourceNamed(key);
  if (isRefusal(source)) return source;
  if (!source.examples) {
    const open = sources.filter(({ examples }) => examples).map((one) => one.key);
    const message = `Files for ${key} come from ${source.publisher}. There are templates for ${open.join(", ")}.`;
    return refuse("not-found", "template", message);
  }
  const headings = source.columns.map((column) => column.headings[0]!);
  const rows = source.examples.map((example) => source.columns.map((column) => example[column.key] ?? ""));
  return {
    csv: [headings, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join(""),
    columns: source.columns.map(({ required, says }, at) => ({ heading: headings[at]!, required, says: says ?? null })),
    grid: source.grid.says,
  };
}
