import type { CatalogForeignKey, CatalogPolicy, CatalogTable } from "./read-catalog.ts";

/**
 * Where a schema breaks the promises that every table keeps, in sentences; none where it keeps them.
 *
 * A tenant table is one with a `system_id`. A table whose comment says that its rows "are public" may show them to everyone;
 * one whose comment says append-only is never changed. Reader sees what is shared by all, what is public, and what
 * belongs to a release.
 */
export function catalogFaults(tables: readonly CatalogTable[]): string[] {
  const tenants = new Set(tables.filter(isTenant).map(({ name }) => name));
  return tables.flatMap((table) => [
    ...everyTable(table),
    ...(isTenant(table) ? tenantTable(table) : []),
    ...table.foreignKeys.filter(({ target }) => tenants.has(target)).flatMap((key) => keyToTenant(table, key)),
    ...roleFaults(table),
  ]);
}

const isPublic = ({ comment }: CatalogTable): boolean => /\b(is|are) public\b/.test(comment ?? "");

const isTenant = ({ kind, columns }: CatalogTable): boolean =>
  kind === "table" && columns.some(({ name }) => name === "system_id");

const faults = (...pairs: [boolean, string][]): string[] =>
  pairs.flatMap(([isFault, words]) => (isFault ? [words] : []));

const everyTable = ({ name, kind, comment, owner, asInvoker }: CatalogTable): string[] =>
  faults(
    [!comment?.trim(), `${name} has no comment`],
    [owner !== "evenspan_owner", `${name} belongs to ${owner}, not to evenspan_owner`],
    [
      kind === "view" && !asInvoker,
      `the view ${name} is not made with (security_invoker = true), and so evades row-level security`,
    ],
  );

const tenantTable = (table: CatalogTable): string[] => [
  ...faults(
    [table.primaryKey[0] !== "system_id", `the primary key of ${table.name} does not begin with system_id`],
    [table.rowSecurity !== "forced", `row-level security on ${table.name} is not enabled and forced`],
    [table.policies.length === 0, `${table.name} has no policy`],
    [
      table.triggers.length > 0,
      `${table.name} has a trigger (${table.triggers}); a table with one cannot be distributed`,
    ],
  ),
  // The list of systems itself is shared by all shards, so that its names may be unique across them.
  ...table.uniqueKeys
    .filter((key) => !key.includes("system_id") && table.primaryKey.length > 1)
    .map((key) => `the unique key (${key}) of ${table.name} lacks system_id, and so cannot be held across shards`),
  ...table.policies.flatMap((policy) => policyFaults(table, policy)),
];

const readsTenant = "current_setting('evenspan.system'::text, true)";

function policyFaults(table: CatalogTable, { name, command, using, check }: CatalogPolicy): string[] {
  const forAll = command === "SELECT" && using === "true" && isPublic(table);
  const compares = [using, check].every((rule) => rule === null || rule.includes(readsTenant));
  return faults([!forAll && !compares, `the policy ${name} of ${table.name} does not compare with ${readsTenant}`]);
}

const keyToTenant = ({ name }: CatalogTable, { columns, target, targetColumns }: CatalogForeignKey): string[] =>
  faults([
    columns[0] !== "system_id" || targetColumns[0] !== "system_id",
    `the foreign key (${columns}) of ${name} to ${target} does not begin with system_id`,
  ]);

function roleFaults(table: CatalogTable): string[] {
  const { name, app, reader, comment, primaryKey } = table;
  const appMay = /\bappend-only\b/.test(comment ?? "")
    ? ["SELECT", "INSERT"]
    : ["SELECT", "INSERT", "UPDATE", "DELETE"];
  const isPublished = !isTenant(table) || isPublic(table) || primaryKey.includes("release_id");
  return [
    ...app.filter((privilege) => !appMay.includes(privilege)).map((privilege) => `app may ${privilege} ${name}`),
    ...reader.filter((privilege) => privilege !== "SELECT").map((privilege) => `reader may ${privilege} ${name}`),
    ...faults([reader.length > 0 && !isPublished, `reader may read ${name}, which belongs to no release`]),
  ];
}
