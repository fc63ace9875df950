import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { kindsOf, type ListFilter, type Opening } from "./openings.ts";

/** More than this is not counted. */
export const mostCounted = 250;

/** A value that a list can be narrowed to, and how many of its records the person sees; `isMore`: at least so many. */
export type Facet = Readonly<{ value: string; count: number; isMore: boolean }>;

/** What a list can be narrowed to. States and facilities are told within a kind, each within the filter of the other. */
export type Facets = Readonly<{ kinds: readonly Facet[]; states: readonly Facet[]; facilities: readonly Facet[] }>;

/**
 * Counts what a list can be narrowed to, of what the person sees and of nothing else. Each value is counted along an index
 * and not far, so that a million rows cost no more than a thousand.
 */
export async function facetsOf(
  context: Context,
  { kind, state, facilityId }: ListFilter,
  open: readonly Opening[],
): Promise<Facets> {
  const kinds = await counted(context, "kind", kindsOf(open), sql`true`);
  if (kind === undefined) return { kinds, states: [], facilities: [] };
  const within = open.filter((one) => one.kind === kind);
  const states = [...new Set(within.map((one) => one.state))];
  const facilities = [...new Set(within.flatMap((one) => one.facilityId ?? []))];
  const ofKind = sql`kind = ${kind}`;
  return {
    kinds,
    states: await counted(
      context,
      "state",
      states,
      facilityId ? sql`${ofKind} and facility_id = ${facilityId}` : ofKind,
    ),
    facilities: await counted(context, "facility_id", facilities, state ? sql`${ofKind} and state = ${state}` : ofKind),
  };
}

type Column = "kind" | "state" | "facility_id";

/** The rest of the index by which a column's values are counted: named as the order, so that the planner reads along it. */
const along = { kind: sql`changed_at`, state: sql`changed_at`, facility_id: sql`state, changed_at` } as const;

async function counted(
  { db, systemId }: Context,
  column: Column,
  values: readonly string[],
  within: RawBuilder<unknown>,
): Promise<readonly Facet[]> {
  const { rows } = await sql<{ value: string; count: number }>`
    select value, (select count(*) from (
      select from records where system_id = ${systemId} and ${within} and ${sql.ref(column)} = value
      order by ${along[column]} limit ${mostCounted + 1}) seen) as count
    from unnest(${values}::text[]) value`.execute(db);
  return rows
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, count: Math.min(count, mostCounted), isMore: count > mostCounted }));
}
