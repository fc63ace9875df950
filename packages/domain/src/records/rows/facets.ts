import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { kindsOf, type ListFilter, type Opening } from "./openings.ts";

/** More than this is not counted. */
export const mostCounted = 100;

/** A value that a list can be narrowed to, and how many of its records the person sees; `isMore`: at least so many. */
export type Facet = Readonly<{ value: string; count: number; isMore: boolean }>;

/** What a list can be narrowed to: kinds; and within a kind its states and facilities, each within the filter of the other. */
export type Facets = Readonly<{ kinds: readonly string[]; states: readonly Facet[]; facilities: readonly Facet[] }>;

/**
 * Counts what a list can be narrowed to, of what the person sees and of nothing else, in one query. Each value is counted
 * along an index and not far, so that a million rows cost no more than a thousand.
 */
export async function facetsOf(
  { db, systemId }: Context,
  { kind, state, facilityId }: ListFilter,
  open: readonly Opening[],
): Promise<Facets> {
  const kinds = kindsOf(open);
  if (kind === undefined) return { kinds, states: [], facilities: [] };
  const within = open.filter((one) => one.kind === kind);
  const ofKind = sql`system_id = ${systemId} and kind = ${kind}`;
  const { rows } = await sql<Count>`
    ${counted("state", statesOf(within), facilityId ? sql`${ofKind} and facility_id = ${facilityId}` : ofKind)} union all
    ${counted("facility_id", facilitiesOf(within), state ? sql`${ofKind} and state = ${state}` : ofKind)}`.execute(db);
  const facets = (column: Column): readonly Facet[] =>
    rows
      .filter((row) => row.facet === column && row.count > 0)
      .map(({ value, count }) => ({ value, count: Math.min(count, mostCounted), isMore: count > mostCounted }));
  return { kinds, states: facets("state"), facilities: facets("facility_id") };
}

const statesOf = (open: readonly Opening[]) => [...new Set(open.map(({ state }) => state))];
const facilitiesOf = (open: readonly Opening[]) => [...new Set(open.flatMap(({ facilityId }) => facilityId ?? []))];

type Column = "state" | "facility_id";
type Count = Readonly<{ facet: Column; value: string; count: number }>;

/** The rest of the index by which a column's values are counted: named as the order, so that the planner reads along it. */
const along = { state: sql`changed_at`, facility_id: sql`state, changed_at` } as const;

const counted = (column: Column, values: readonly string[], within: RawBuilder<unknown>) => sql`
  select ${column}::text as facet, value, (select count(*) from (
    select from records where ${within} and ${sql.ref(column)} = value
    order by ${along[column]} limit ${mostCounted + 1}) seen) as count
  from unnest(${values}::text[]) value`;
