import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { isComplaints, matchHeadings } from "../../datasets/headings.ts";
import type { Complaint } from "../../kernel/refusal.ts";
import { gazetteer } from "../../places/gazetteer.ts";
import type { PlaceId } from "../../places/place.ts";
import type { Observation } from "../observation.ts";
import type { Source } from "../source.ts";

/** A table as a trial takes it: headings, and rows with the line on which each stands. */
export type TrialTable = Readonly<{
  headings: readonly string[];
  rows: readonly Readonly<{ line: number; cells: readonly string[]; geometry?: unknown }>[];
}>;

/** All that a source said of a table. */
export type Trial = Readonly<{
  observations: readonly Observation[];
  links: readonly Readonly<{ from: PlaceId; to: PlaceId; weight: number }>[];
  outlines: readonly Readonly<{ placeId: PlaceId; geometry: unknown }>[];
  complaints: readonly Complaint[];
}>;

/**
 * For tests: runs a source's `read` and `check` over a table, without a file, a database or the loader's own rules.
 * Complaints carry the column's key.
 */
export function trySource(source: Source, table: TrialTable): Trial {
  const observations: Observation[] = [];
  const links: Trial["links"][number][] = [];
  const outlines: Trial["outlines"][number][] = [];
  const positions = matchHeadings(source.columns, { headings: table.headings, headingLine: 1 });
  if (isComplaints(positions)) return { observations, links, outlines, complaints: positions };
  const complaints: Complaint[] = [];
  for (const { line, cells, geometry } of table.rows) {
    const cell = (key: string): string => cells[positions.get(key) ?? -1]?.trim() ?? "";
    source.read(
      { line, cell, geometry },
      {
        observe: (observation) => observations.push({ ...observation, line }),
        link: (link) => links.push(link),
        outline: (outline) => outlines.push(outline),
        complain: (column, found, expected) => complaints.push({ line, column, found, expected }),
      },
      gazetteer,
    );
  }
  const complainOf = (line: number, column: string | null, found: string, expected: string): void => {
    complaints.push({ line, column, found, expected });
  };
  if (complaints.length === 0) source.check?.(observations, complainOf);
  return { observations, links, outlines, complaints };
}

/** A table from CSV text, typed in a test. */
export function csvTrial(text: string): TrialTable {
  const records = parse(text, { bom: true, info: true, trim: true }) as unknown as readonly {
    record: string[];
    info: { lines: number };
  }[];
  const [headings, ...rows] = records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  return { headings: headings!.cells, rows };
}

/** A table from a CSV file. */
export const csvFileTrial = (path: string): TrialTable => csvTrial(readFileSync(path, "utf8"));
