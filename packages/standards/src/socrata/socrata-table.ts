import { elementLines } from "../json/element-lines.ts";
import { isObject, type JsonObject, jsonKind, parseJson } from "../json/parse-json.ts";
import { isMalformed, type Malformed, malformed } from "../malformed.ts";
import { cellText } from "./cell-text.ts";

/**
 * A table from a Socrata portal. Each column has two names: `headings` are those of the portal's CSV export, and
 * `fieldNames`, in the same order, those of its API. From SODA JSON, which has only the latter, both are the same.
 * Each row has one cell a column, and the line of the file on which it begins.
 */
export type SocrataTable = Readonly<{
  headings: readonly string[];
  fieldNames: readonly string[];
  rows: readonly Readonly<{ line: number; cells: readonly string[] }>[];
}>;

/**
 * Reads either JSON form of a Socrata data set: the `rows.json` download (metadata, then rows by position) or the SODA
 * API's answer (a list of objects, in which a blank cell is absent).
 *
 * Metadata and hidden columns (row numbers, computed regions) are dropped, so that the result equals the CSV export
 * cell by cell. Refuses what is not JSON, what is neither form, and rows with too few or too many cells, with the line.
 *
 * @see https://dev.socrata.com/docs/formats/json.html
 *
 * @example
 * socrataTable('[{"area": "1", "rate": "7.5"},\n {"area": "2"}]').rows[1] // => { line: 2, cells: ["2", ""] }
 */
export function socrataTable(text: string): SocrataTable | Malformed {
  const json = parseJson(text);
  if (isMalformed(json)) return json;
  const { value } = json;
  if (Array.isArray(value)) return fromObjects(value, text);
  if (isObject(value) && isObject(value.meta)) return fromRowsJson(value, value.meta, text);
  if (isObject(value) && "error" in value) {
    return malformed(1, `an error of the portal: “${String(value.message ?? "without a message")}”`, "a table");
  }
  return malformed(1, jsonKind(value), "a Socrata rows.json (meta and data) or a list of objects");
}

type PortalColumn = Readonly<{ position: number; name: string; fieldName: string; dataType: string }>;

function fromRowsJson(json: JsonObject, meta: JsonObject, text: string): SocrataTable | Malformed {
  const view = meta.view;
  const described = isObject(view) ? view.columns : undefined;
  const data = json.data;
  if (!Array.isArray(described)) return malformed(1, jsonKind(described), "a list at meta.view.columns");
  if (!Array.isArray(data)) return malformed(1, jsonKind(data), "a list at data, the rows");
  const columns = described.map(portalColumn).filter((column) => column !== null);
  const lines = elementLines(text, "data");
  const rows = [];
  for (const [index, row] of data.entries()) {
    const line = lines[index] ?? 1;
    if (!Array.isArray(row)) return malformed(line, jsonKind(row), "a row, as a list of cells");
    if (row.length !== described.length) {
      return malformed(line, `a row of ${row.length} cells`, `${described.length} cells, as many as there are columns`);
    }
    rows.push({ line, cells: columns.map((column) => cellText(row[column.position], column.dataType)) });
  }
  return { headings: columns.map((one) => one.name), fieldNames: columns.map((one) => one.fieldName), rows };
}

/** One described column with its place in the rows, or null where the portal's CSV export leaves it out. */
function portalColumn(column: unknown, position: number): PortalColumn | null {
  if (!isObject(column)) return null;
  const fieldName = String(column.fieldName ?? "");
  const dataType = String(column.dataTypeName ?? "text");
  const flags = Array.isArray(column.flags) ? column.flags : [];
  if (dataType === "meta_data" || fieldName.startsWith(":") || flags.includes("hidden")) return null;
  return { position, name: String(column.name ?? fieldName), fieldName, dataType };
}

function fromObjects(list: readonly unknown[], text: string): SocrataTable | Malformed {
  const lines = elementLines(text, null);
  const names = new Set<string>();
  for (const [index, one] of list.entries()) {
    if (!isObject(one)) return malformed(lines[index] ?? 1, jsonKind(one), "a row, as an object");
    for (const name of Object.keys(one)) if (!name.startsWith(":")) names.add(name);
  }
  const fieldNames = [...names];
  const rows = (list as readonly JsonObject[]).map((one, index) => ({
    line: lines[index] ?? 1,
    cells: fieldNames.map((name) => cellText(one[name], "text")),
  }));
  return { headings: fieldNames, fieldNames, rows };
}
