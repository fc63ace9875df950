import type { Pool, PoolClient } from "pg";
import { type CatalogTable, readCatalog } from "../catalog/read-catalog.ts";

/** A table as it is backed up: the columns that are written (not those the database fills itself), and an order of rows. */
export type BackupTable = Readonly<{ name: string; isTenant: boolean; columns: readonly string[]; order: string }>;

/** All tables of ours, each after the tables that it refers to, so that rows can be put back in this order. */
export async function backupTables(owner: Pick<Pool | PoolClient, "query">): Promise<readonly BackupTable[]> {
  const tables = (await readCatalog(owner)).filter(
    ({ kind, name }) => kind === "table" && name !== "evenspan_migrations",
  );
  const byName = new Map(tables.map((table) => [table.name, table]));
  const placed = new Map<string, CatalogTable>();
  const place = (table: CatalogTable): void => {
    if (placed.has(table.name)) return;
    for (const { target } of table.foreignKeys) if (target !== table.name) place(byName.get(target)!);
    placed.set(table.name, table);
  };
  for (const table of tables) place(table);
  return [...placed.values()].map(backupTable);
}

function backupTable({ name, columns, primaryKey }: CatalogTable): BackupTable {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  return {
    name,
    isTenant: typeOf.has("system_id"),
    columns: columns.filter(({ filled }) => filled !== "by-database").map((column) => column.name),
    // The same order on every server, whatever it sorts texts by: the hash of a section is over its rows in order.
    order: primaryKey.map((key) => (typeOf.get(key) === "text" ? `${key} collate "C"` : key)).join(", "),
  };
}
