import { readRowsTable } from "../documents/rows-table.ts";
import type { Figure } from "../figures/figure.ts";
import type { PlaceSet } from "../places/place-set.ts";
import { type Telling, toldByFigures } from "./told-by-figures.ts";
import { toldByRows } from "./told-by-rows.ts";

/**
 * What a release tells of counts, as anyone can read it in its files. Each file is a source of its own, since two may
 * count the same deaths differently; the figures come first, then the files of rows by name.
 */
export type ToldRelease = Readonly<{ sources: readonly (readonly Telling[])[]; placeSets: readonly PlaceSet[] }>;

/** Reads the files of a release, by path; figures and rows that are not among them tell nothing. */
export function toldRelease(files: Iterable<Readonly<{ path: string; body: Buffer }>>): ToldRelease {
  const text = new Map([...files].map(({ path, body }) => [path, () => body.toString("utf8")]));
  const lines = text.get("figures.ndjson")?.().split("\n") ?? [];
  const figures: readonly Figure[] = lines.filter(Boolean).map((line) => JSON.parse(line));
  const rows = [...text].filter(([path]) => /^rows\/.*\.csv$/.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    sources: [toldByFigures(figures), ...rows.map(([, body]) => toldByRows(readRowsTable(body()).values()))],
    placeSets: JSON.parse(text.get("content.json")!()).placeSets,
  };
}
