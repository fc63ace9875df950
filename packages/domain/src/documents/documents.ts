import { canonicalJson } from "../kernel/canonical.ts";
import type { ReleaseContent, SourceRow } from "../releases/release-content.ts";
import { dataTables } from "./data-tables.ts";
import { type ReleaseDocument, releaseDocument } from "./release-document.ts";
import { rowsTable } from "./rows-table.ts";

/**
 * All files of a release but its manifest, by path. Their bytes depend on the content alone.
 *
 * - `content.json`: what pages show besides figures: the first page, datasets, sets, goals, claims.
 * - `figures.ndjson`: one figure a line, by id.
 * - `outlines.json`: outlines for maps, where there are any.
 * - `rows/<dataset>.csv`: source rows that may be shown.
 * - `data/<indicator>.csv`, `data/datapackage.json`, `data/dictionary.csv`: the figures as tables, and what their columns mean.
 */
export function releaseDocuments(
  content: ReleaseContent,
  rows: ReadonlyMap<string, readonly SourceRow[]>,
): readonly ReleaseDocument[] {
  const { figures, outlines, ...rest } = content;
  const documents = [
    releaseDocument("content.json", "application/json", canonicalJson(rest)),
    releaseDocument("figures.ndjson", "application/x-ndjson", figures.map((one) => `${canonicalJson(one)}\n`).join("")),
    ...(outlines ? [releaseDocument("outlines.json", "application/json", canonicalJson(outlines))] : []),
    ...[...rows].map(([dataset, of]) =>
      releaseDocument(`rows/${dataset}.csv`, "text/csv; charset=utf-8", rowsTable(of)),
    ),
    ...dataTables(content),
  ];
  return documents.sort((a, b) => (a.path < b.path ? -1 : 1));
}
