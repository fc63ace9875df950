import type { CatalogColumn, CatalogTable } from "./read-catalog.ts";

/** The file that types the tables for the query builder, made from what the database says about itself. */
export function schemaTypes(tables: readonly CatalogTable[]): string {
  const body = tables.map(tableType).join("\n");
  const rows = tables.map((table) => `  ${table.name}: ${typeName(table.name)};\n`).join("");
  const used = wordTypes.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(body)).map(({ text }) => text);
  const needsKysely = used.length > 0 ? 'import type { ColumnType } from "kysely";\n' : "";
  return `${head}${needsKysely}\n${used.join("")}${body}
/** Every table and view, by name. */
export type Database = {\n${rows}};\n`;
}

const head =
  "// Made from the migrated database by `npm run schema`. Do not edit: change a migration and make it again.\n";

/** What the tables' types are written with; only those in use go into the file. */
const wordTypes = [
  {
    name: "ByDefault",
    text: `/** A column that the database fills where the writer does not. */
type ByDefault<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

`,
  },
  {
    name: "ByDatabase",
    text: `/** A column that only the database fills. */
type ByDatabase<T> = T extends ColumnType<infer S, unknown, unknown> ? ColumnType<S, never, never> : ColumnType<T, never, never>;

`,
  },
  {
    name: "Json",
    text: `/** A JSON value. It is written as text, so that a list is never taken for an SQL array. */
type Json = ColumnType<JsonValue, string, string>;
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

`,
  },
  {
    name: "Moment",
    text: `/** A moment: read as a Date, written as a Date or an ISO 8601 text with its offset. */
type Moment = ColumnType<Date, Date | string, Date | string>;

`,
  },
];

const tableType = ({ name, comment, columns }: CatalogTable): string =>
  `${doc("", comment)}type ${typeName(name)} = {\n${columns.map(columnType).join("")}};\n`;

const columnType = (column: CatalogColumn): string => {
  const value = `${valueType(column)}${column.nullable ? " | null" : ""}`;
  const filled = { "by-writer": value, "by-default": `ByDefault<${value}>`, "by-database": `ByDatabase<${value}>` };
  return `${doc("  ", column.comment)}  ${column.name}: ${filled[column.filled]};\n`;
};

function valueType({ type, values }: CatalogColumn): string {
  if (values) return values.map((value) => JSON.stringify(value)).join(" | ");
  const item = type.replace(/\[\]$/, "");
  const known = itemTypes[item];
  if (!known) throw new Error(`no TypeScript type is set for the SQL type ${item}`);
  return item === type ? known : `${known}[]`;
}

/** As ../column-types.ts reads them. */
const itemTypes: Readonly<Record<string, string>> = {
  bigint: "number",
  integer: "number",
  smallint: "number",
  "double precision": "number",
  real: "number",
  numeric: "string",
  boolean: "boolean",
  text: "string",
  "character varying": "string",
  character: "string",
  citext: "string",
  uuid: "string",
  inet: "string",
  date: "string",
  "time without time zone": "string",
  "timestamp with time zone": "Moment",
  json: "Json",
  jsonb: "Json",
  bytea: "Buffer",
  tsvector: "string",
  daterange: "string",
  int4range: "string",
};

const doc = (indent: string, comment: string | null): string =>
  comment ? `${indent}/** ${comment.replaceAll("*/", "* /").replace(/\s+/g, " ")} */\n` : "";

const typeName = (table: string): string =>
  table
    .split("_")
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join("");
