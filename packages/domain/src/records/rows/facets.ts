import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { isWithin, type ListFilter, type Opening } from "./openings.ts";
import { ownRecords, type RecordList } from "./ordered-records.ts";

/** More than this is not counted. */
const mostCounted = 100;

/** A value that a list can be narrowed to, and how many of its records the person sees; `isMore`: at least so many. */
export type Facet = Readonly<{ value: string; count: number; isMore: boolean }>;

/** What a list can be narrowed to: kinds; and within a kind its states and facilities, each within the filter of the other. */
export type Facets = Readonly<{ kinds: readonly string[]; states: readonly Facet[]; facilities: readonly Facet[] }>;

type Column = "state" | "facilityId";
type Count = Readonly<{ facet: Column; value: string; count: number }>;
/** An opening as one of those that a value of a facet counts. */
type Cell = Readonly<{ facet: Column; value: string; opening: Opening }>;

/**
 * Counts what a list can be narrowed to, of what the person sees and of nothing else. Each value is counted along an index
 * and not far, so that a million rows cost no more than a thousand.
 */
export async function facetsOf(
  context: Context,
  list: RecordList,
  { kind, state, facilityId }: ListFilter,
  open: readonly Opening[],
): Promise<Facets> {
  const kinds = [...new Set(open.map((one) => one.kind))];
  if (kind === undefined) return { kinds, states: [], facilities: [] };
  const cells = [
    ...cellsOf("state", open.filter(isWithin({ kind, facilityId }))),
    ...cellsOf("facilityId", open.filter(isWithin({ kind, state }))),
  ];
  const [wide, own] = [false, true].map((isOwn) => cells.filter(({ opening }) => opening.isOwn === isOwn));
  const counts = [...(await wideCounts(context, wide!)), ...(await ownCounts(context, list, own!))];
  return { kinds, states: summed("state", counts), facilities: summed("facilityId", counts) };
}

const cellsOf = (facet: Column, open: readonly Opening[]): readonly Cell[] =>
  open.flatMap((opening) => (opening[facet] === null ? [] : { facet, value: opening[facet], opening }));

/** What a role opens and what is the person's own, together. */
function summed(facet: Column, all: readonly Count[]): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const row of all)
    if (row.facet === facet && row.count > 0) counts.set(row.value, (counts.get(row.value) ?? 0) + row.count);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([value, count]) => ({ value, count: Math.min(count, mostCounted), isMore: count > mostCounted }));
}

/** Of what roles open. One query of one shape for all values: to plan one for each takes longer than to count. */
async function wideCounts({ db, systemId }: Context, cells: readonly Cell[]): Promise<readonly Count[]> {
  if (cells.length === 0) return [];
  const most = mostCounted + 1;
  const { rows } = await sql<Count>`
    with cells as (select * from unnest(${columnsOf(cells)}) cell (facet, value, kind, facility_key, state))
    select facet, value, (select count(*) from (
      select from cells one cross join lateral (
        select from records where system_id = ${systemId}
          and kind = one.kind and facility_key = one.facility_key and state = one.state
        order by changed_at, record_id limit ${most}) seen
      where one.facet = counted.facet and one.value = counted.value limit ${most}) few) as count
    from (select distinct facet, value from cells) counted`.execute(db);
  return rows;
}

/** Of what is open to the person alone: it is few, and counted whole. */
async function ownCounts({ db }: Context, list: RecordList, cells: readonly Cell[]): Promise<readonly Count[]> {
  if (cells.length === 0) return [];
  const whole = { ...list, isLate: false, end: null };
  const own = ownRecords({ ...whole, openings: [...new Set(cells.map(({ opening }) => opening))] });
  const { rows } = await sql<Count>`
    select facet, value, count(*) as count
    from (select kind, coalesce(facility_id, '') as facility_key, state from ${own} own) seen
    join unnest(${columnsOf(cells)}) cell (facet, value, kind, facility_key, state) using (kind, facility_key, state)
    group by facet, value`.execute(db);
  return rows;
}

const columnsOf = (cells: readonly Cell[]) =>
  sql.join(
    [
      ...[cells.map(({ facet }) => facet), cells.map(({ value }) => value)],
      ...[cells.map(({ opening }) => opening.kind), cells.map(({ opening }) => opening.facilityId ?? "")],
      cells.map(({ opening }) => opening.state),
    ].map((column) => sql`${column}::text[]`),
  );
