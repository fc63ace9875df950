import { readCatalog } from "@evenspan/database/catalog/read-catalog";
import type { OpenDatabase } from "@evenspan/database/pools";

/** What the rows of a table come to in each tenant, by table; the audit, which every try writes, is left out. */
export async function rowsFingerprint(
  database: OpenDatabase,
  tenants: readonly Readonly<{ systemId: string }>[],
): Promise<Readonly<Record<string, string>>> {
  const tables = (await readCatalog(database.owner)).filter(
    ({ kind, name, columns }) =>
      kind === "table" && !name.startsWith("audit_") && columns.some((column) => column.name === "system_id"),
  );
  const found: Record<string, string> = {};
  const client = await database.owner.connect();
  try {
    for (const { systemId } of tenants)
      for (const { name } of tables) {
        await client.query(`begin; set local evenspan.system = '${systemId}'`);
        const { rows } = await client.query(
          `select count(*) || ' ' || md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as rows from ${name} one`,
        );
        await client.query("commit");
        found[`${name} of ${systemId}`] = rows[0].rows;
      }
    return found;
  } finally {
    client.release();
  }
}
