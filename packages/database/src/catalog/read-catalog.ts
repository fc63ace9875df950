import type { Pool } from "pg";

/** A column as the database describes it. */
export type CatalogColumn = Readonly<{
  name: string;
  /** The SQL type, without its length. */
  type: string;
  nullable: boolean;
  /** Who fills it: the writer must, the database may, or the database always does. */
  filled: "by-writer" | "by-default" | "by-database";
  /** The values that a check constraint allows, where it lists them. */
  values: readonly string[] | null;
  comment: string | null;
}>;

/** A foreign key: the columns here, the table there, and its columns. */
export type CatalogForeignKey = Readonly<{ columns: string[]; target: string; targetColumns: string[] }>;

/** A row-level security policy. `using` decides what is seen, `check` what may be written. */
export type CatalogPolicy = Readonly<{ name: string; command: string; using: string | null; check: string | null }>;

/** A table or view as the database describes it, with what each of our roles may do to it. */
export type CatalogTable = Readonly<{
  name: string;
  kind: "table" | "view";
  owner: string;
  comment: string | null;
  columns: readonly CatalogColumn[];
  primaryKey: readonly string[];
  uniqueKeys: readonly (readonly string[])[];
  foreignKeys: readonly CatalogForeignKey[];
  rowSecurity: "none" | "enabled" | "forced";
  policies: readonly CatalogPolicy[];
  triggers: readonly string[];
  /** Whether a view sees only what the one who asks may see. */
  asInvoker: boolean;
  app: readonly string[];
  reader: readonly string[];
}>;

/** What the database says about its own tables, by name. */
export async function readCatalog(owner: Pick<Pool, "query">): Promise<CatalogTable[]> {
  return (await owner.query<CatalogTable>(catalogQuery)).rows;
}

const privileges = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"];
const byColumn = ["SELECT", "INSERT", "UPDATE", "REFERENCES"];

const allowed = (role: string): string => `array(
  select privilege from unnest('{${privileges}}'::text[]) as privilege
  where has_table_privilege('${role}', t.oid, privilege)
  union select privilege from unnest('{${byColumn}}'::text[]) as privilege
  where has_any_column_privilege('${role}', t.oid, privilege) order by 1)`;

const named = (relation: string, numbers: string): string => `(
  select json_agg(attname order by position)
  from unnest(${numbers}) with ordinality as key(number, position)
  join pg_attribute on attrelid = ${relation} and attnum = number)`;

const columns = `(
  select json_agg(json_build_object(
    'name', attname,
    'type', format_type(atttypid, null),
    'nullable', not attnotnull,
    'filled', case when attgenerated <> '' or attidentity = 'a' then 'by-database'
                   when atthasdef or attidentity = 'd' then 'by-default' else 'by-writer' end,
    'values', (
      select array(select found[1] from regexp_matches(
        substring(pg_get_constraintdef(c.oid) from '= ANY \\(ARRAY\\[(.*)\\]'), '''([^'']*)''::text', 'g') as found)
      from pg_constraint c
      where conrelid = t.oid and contype = 'c' and conkey = array[attnum]
        and pg_get_constraintdef(c.oid) ~ ('^CHECK \\(\\(' || attname || ' = ANY \\(ARRAY\\[[^]]*\\]\\)\\)\\)$') limit 1),
    'comment', col_description(t.oid, attnum)) order by attnum)
  from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped)`;

const catalogQuery = `
  select t.relname as name, case t.relkind when 'v' then 'view' when 'm' then 'view' else 'table' end as kind,
    pg_get_userbyid(t.relowner) as owner, obj_description(t.oid, 'pg_class') as comment, ${columns} as columns,
    coalesce((select ${named("t.oid", "conkey")} from pg_constraint where conrelid = t.oid and contype = 'p'), '[]') as "primaryKey",
    coalesce((select json_agg(${named("t.oid", "indkey::smallint[]")} order by indexrelid) from pg_index
      where indrelid = t.oid and indisunique and not indisprimary), '[]') as "uniqueKeys",
    coalesce((select json_agg(json_build_object('columns', ${named("t.oid", "conkey")}, 'target', confrelid::regclass::text,
      'targetColumns', ${named("confrelid", "confkey")}) order by conname)
      from pg_constraint where conrelid = t.oid and contype = 'f'), '[]') as "foreignKeys",
    case when t.relforcerowsecurity and t.relrowsecurity then 'forced' when t.relrowsecurity then 'enabled' else 'none' end as "rowSecurity",
    coalesce((select json_agg(json_build_object('name', policyname, 'command', cmd, 'using', qual, 'check', with_check) order by policyname)
      from pg_policies where schemaname = 'public' and tablename = t.relname), '[]') as policies,
    array(select tgname::text from pg_trigger where tgrelid = t.oid and not tgisinternal order by 1) as triggers,
    coalesce('security_invoker=true' = any(t.reloptions), false) as "asInvoker",
    ${allowed("evenspan_app")} as app, ${allowed("evenspan_reader")} as reader
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p', 'v', 'm')
  order by t.relname`;
