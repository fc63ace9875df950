import { sql } from "kysely";
import type { Context } from "../../kernel/command.ts";
import { isWithin, type ListFilter, type Opening } from "./openings.ts";
import { ownRecords, type RecordList, someRecords } from "./ordered-records.ts";

/** More than this is not counted. */
const mostCounted = 100;

/** A value that a list can be narrowed to, and how many of its records the person sees; `isMore`: at least so many. */
export type Facet = Readonly<{ value: string; count: number; isMore: boolean }>;

/** What a list can be narrowed to: kinds; and within a kind its states and facilities, each within the filter of the other. */
export type Facets = Readonly<{ kinds: readonly string[]; states: readonly Facet[]; facilities: readonly Facet[] }>;

type Column = "state" | "facilityId";
type Count = Readonly<{ facet: Column; value: string; count: number }>;

/**
 * Counts what a list can be narrowed to, of what the person sees and of nothing else, in one query. Each value is counted
 * along an index and not far, so that a million rows cost no more than a thousand.
 */
export async function facetsOf(
  { db }: Context,
  list: RecordList,
  { kind, state, facilityId }: ListFilter,
  open: readonly Opening[],
): Promise<Facets> {
  const kinds = [...new Set(open.map((one) => one.kind))];
  if (kind === undefined) return { kinds, states: [], facilities: [] };
  const counts = [
    ...countsBy("state", list, open.filter(isWithin({ kind, facilityId }))),
    ...countsBy("facilityId", list, open.filter(isWithin({ kind, state }))),
  ];
  const { rows } =
    counts.length === 0 ? { rows: [] } : await sql<Count>`${sql.join(counts, sql` union all `)}`.execute(db);
  return { kinds, states: summed("state", rows), facilities: summed("facilityId", rows) };
}

/** What a role opens and what is the person's own, together. */
function summed(facet: Column, rows: readonly Count[]): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.facet === facet && row.count > 0) counts.set(row.value, (counts.get(row.value) ?? 0) + row.count);
  const all = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return all.map(([value, count]) => ({ value, count: Math.min(count, mostCounted), isMore: count > mostCounted }));
}

function countsBy(facet: Column, list: RecordList, open: readonly Opening[]) {
  const whole = { ...list, isLate: false, order: { sort: "changed", direction: "up" }, end: null } as const;
  const [wide, own] = [false, true].map((isOwn) => open.filter((one) => one.isOwn === isOwn));
  const values = [...new Set(wide!.flatMap((one) => one[facet] ?? []))];
  const column = sql.ref(facet === "state" ? "state" : "facility_id");
  return [
    ...values.map((value) => {
      const ofValue = { ...whole, openings: wide!.filter((one) => one[facet] === value) };
      return sql`select ${facet}::text as facet, ${value}::text as value, count(*) as count
        from ${someRecords(ofValue, mostCounted + 1)} counted`;
    }),
    ...(own!.length === 0
      ? []
      : [
          sql`select ${facet}::text, ${column}, count(*) from ${ownRecords({ ...whole, openings: own! })} counted
          where ${column} is not null group by ${column}`,
        ]),
  ];
}
