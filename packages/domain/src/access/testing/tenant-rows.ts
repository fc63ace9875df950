import { createHash } from "node:crypto";
import type { CatalogColumn, CatalogTable } from "@evenspan/database/catalog/read-catalog";

/** A connection of the tables' owner. */
type OwnerClient = Readonly<{
  query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}>;

/** Whose rows are made: by whom every text can be told apart, and from what ids are made. Tenants of one seed share all ids. */
export type RowOwner = Readonly<{ systemId: string; mark: string; seed: string }>;

/** A row as it was stored. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** What an override may look at: whose row it is, its number, what stands in it so far, and the rows of other tables. */
export type RowMaking = RowOwner &
  Readonly<{ nth: number; row: Readonly<Record<string, unknown>>; of: (table: string) => StoredRow }>;

/** What must stand in a column where no candidate fits by itself: a row's parts depend on each other, or mean something here. */
export type Overrides = Readonly<Record<string, (making: RowMaking) => unknown>>;

/** Tables in an order in which each comes after those that its foreign keys name. */
export function inOrder(tables: readonly CatalogTable[]): readonly CatalogTable[] {
  const sorted: CatalogTable[] = [];
  const isReady = ({ name, foreignKeys }: CatalogTable) =>
    foreignKeys.every(
      ({ target }) =>
        target === name || !tables.some((one) => one.name === target) || sorted.some((one) => one.name === target),
    );
  while (sorted.length < tables.length) {
    const next = tables.find((one) => !sorted.includes(one) && isReady(one));
    if (!next) throw new Error("foreign keys go in a circle");
    sorted.push(next);
  }
  return sorted;
}

/**
 * Stores one row of a table that the table takes: keys of other tables are those of their row of the same number, and every
 * other value is the first of a few candidates that the column's own checks allow.
 *
 * @param client in a transaction of the tables' owner, in the tenant
 * @throws Error that names what to add to the overrides, where the table does not take the row
 */
export async function storeRow(
  client: OwnerClient,
  table: CatalogTable,
  of: RowOwner & Readonly<{ nth: number }>,
  stored: (table: string, nth: number) => StoredRow | undefined,
  overrides: Overrides,
): Promise<StoredRow> {
  const row: Record<string, unknown> = { system_id: of.systemId };
  const named = (column: CatalogColumn) => overrides[`${table.name}.${column.name}`];
  for (const { columns, target, targetColumns } of table.foreignKeys) {
    const parent = stored(target, of.nth);
    for (const [at, column] of columns.entries()) if (parent) row[column] ??= parent[targetColumns[at]!];
  }
  for (const column of table.columns) {
    const override = named(column);
    if (override) row[column.name] = override({ ...of, row, of: (name) => stored(name, of.nth)! });
    else if (column.name in row || column.filled === "by-database" || column.nullable) continue;
    else row[column.name] = await fitting(client, table, column, of);
  }
  const names = Object.keys(row).filter((name) => row[name] !== undefined);
  const places = names.map((name, at) => `$${at + 1}${castOf(table, name)}`);
  try {
    const { rows } = await client.query(
      `insert into ${table.name} (${names.map((name) => `"${name}"`)}) values (${places}) returning *`,
      names.map((name) => row[name]),
    );
    return rows[0]!;
  } catch (reason) {
    throw new Error(
      `${table.name} takes no made-up row (${(reason as Error).message}): say in rowOverrides what must stand in it. Tried: ${JSON.stringify(row)}`,
    );
  }
}

const castOf = ({ columns }: CatalogTable, name: string) => `::${columns.find((column) => column.name === name)!.type}`;

/** Which candidate a column's checks have allowed: the database is asked once a column, whatever the tenant. */
const chosen = new WeakMap<CatalogColumn, number>();

/** The first candidate that the checks of the column alone allow, as the database judges them. */
async function fitting(
  client: OwnerClient,
  table: CatalogTable,
  column: CatalogColumn,
  of: RowOwner & Readonly<{ nth: number }>,
): Promise<unknown> {
  if (column.values?.[0] !== undefined) return column.values[0];
  const keys = [table.primaryKey, ...table.uniqueKeys];
  const isKey = column.name.endsWith("_id") || keys.some((key) => key.includes(column.name));
  const text = `${isKey ? of.seed : of.mark}-${of.nth}-${table.name}-${column.name}`.replaceAll("_", "-");
  const candidates = candidatesFor(column, text, of.nth);
  const at = chosen.get(column) ?? (await firstAllowed(client, table, column, candidates));
  chosen.set(column, at);
  return candidates[at];
}

async function firstAllowed(
  client: OwnerClient,
  table: CatalogTable,
  column: CatalogColumn,
  candidates: readonly unknown[],
): Promise<number> {
  const { rows } = await client.query(
    `select substr(pg_get_constraintdef(oid), 7) as rule from pg_constraint
     where conrelid = $1::regclass and contype = 'c'
       and conkey = array[(select attnum from pg_attribute where attrelid = conrelid and attname = $2)]`,
    [table.name, column.name],
  );
  const rules = rows.map(({ rule }) => ` and ${rule}`).join("");
  for (const [at, candidate] of candidates.entries()) {
    const one = `select $1::${column.type} as "${column.name}"`;
    if ((await client.query(`select from (${one}) one where true${rules}`, [candidate])).rowCount === 1) return at;
  }
  throw new Error(`no candidate fits ${table.name}.${column.name}: say in rowOverrides what must stand in it`);
}

function candidatesFor({ type }: CatalogColumn, text: string, nth: number): readonly unknown[] {
  const hex = createHash("sha256").update(text).digest("hex");
  if (type === "uuid")
    return [`${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`];
  if (type === "text" || type === "character varying")
    return [text, text.slice(-40).replace(/^[^a-z]+/, ""), hex, `/${text}`, `$argon2id$${text}`];
  if (/^(smallint|integer|bigint)$/.test(type)) return [nth + 1, 0, 100, 2026];
  if (/^(double precision|numeric|real)$/.test(type)) return [0.25, 1, 0];
  if (type === "date") return [`2026-01-0${nth + 1}`];
  if (type.startsWith("timestamp")) return [`2026-01-0${nth + 1}T03:04:05Z`];
  if (type === "boolean") return [false];
  if (type === "jsonb") return [JSON.stringify({ mark: text }), "[1, 2, 3]"];
  if (type === "bytea") return [Buffer.from(text)];
  return type.endsWith("[]") ? [[]] : [text];
}
