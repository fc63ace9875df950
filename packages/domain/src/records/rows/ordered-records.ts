import { type RawBuilder, sql } from "kysely";
import { after, type ListOrder, orderBy, type PageEnd } from "./list-order.ts";
import { type RecordRow, recordColumns } from "./listed-record.ts";
import type { Opening } from "./openings.ts";

/** A list to read: of which system, what of it, in which order, and after which row. */
export type RecordList = Readonly<{
  systemId: string;
  /** The keys of who asks. */
  keys: readonly string[];
  openings: readonly Opening[];
  isLate: boolean;
  order: ListOrder;
  end: PageEnd | null;
  /** The office's day. */
  today: string;
  /** What titles begin with, in small letters without accents. */
  beginning?: string;
}>;

/** A row of a list, with the number of the opening that it was read in; 0 for one that was read by its own lock. */
export type OrderedRow = RecordRow & Readonly<{ opening: number }>;

/**
 * The first rows of a list as SQL: of each opening so many, along an index, and then the first of them all. So a page costs
 * as much as its rows, however many there are and whatever it is sorted by. What is open to the person alone is read by its
 * lock, whole: it is few.
 */
export const orderedRecords = (list: RecordList, ofEach: number, atMost: number): RawBuilder<OrderedRow> =>
  sql`(select * from (${partsOf(list, ofEach)}) parts order by ${listOrder(list)} limit ${atMost})`;

/** What of a list is open to the person alone, in no order, as SQL. */
export const ownRecords = (list: RecordList): RawBuilder<OrderedRow> =>
  byLock(list, list.openings, stretches(list)[0]!);

function partsOf(list: RecordList, ofEach: number): RawBuilder<unknown> {
  const [wide, own] = [false, true].map((isOwn) => list.openings.filter((one) => one.isOwn === isOwn));
  const parts = stretches(list).flatMap((stretch) => [
    ...(wide!.length > 0 ? [inOpenings(list, wide!, stretch, ofEach)] : []),
    ...(own!.length > 0 ? [byLock(list, own!, stretch)] : []),
  ]);
  return sql.join(parts, sql` union all `);
}

/** The first rows of a list among few records, as SQL; `ids` is a query for their ids. */
export function orderedAmong(list: RecordList, ids: RawBuilder<unknown>, atMost: number): RawBuilder<RecordRow> {
  const parts = stretches(list).map(
    ({ place, within }) => sql`select ${recordColumns}, ${place} as stretch from records
      where ${all([sql`system_id = ${list.systemId}`, sql`record_id in (${ids})`, among(list.openings), ...narrowed(list), ...within])}`,
  );
  return sql`(select * from (${sql.join(parts, sql` union all `)}) parts order by ${listOrder(list)} limit ${atMost})`;
}

function inOpenings(list: RecordList, openings: readonly Opening[], { place, within }: Stretch, ofEach: number) {
  const inIt = [sql`kind = one.kind`, sql`facility_key = one.facility_key`, sql`state = one.state`];
  return sql`(select listed.*, one.n as opening
    from unnest(${openingArrays(openings)}) with ordinality one (kind, facility_key, state, n)
    cross join lateral (
      select system_id, ${recordColumns}, ${place} as stretch from records
      where ${all([sql`system_id = ${list.systemId}`, ...inIt, ...narrowed(list), ...within])}
      order by ${orderBy(list.order)} limit ${ofEach}) listed)`;
}

const byLock = (
  list: RecordList,
  openings: readonly Opening[],
  { place, within }: Stretch,
): RawBuilder<OrderedRow> => sql`(
  select system_id, ${recordColumns}, ${place} as stretch, 0 as opening from records
  where ${all([sql`system_id = ${list.systemId}`, isOwn(list), among(openings), ...narrowed(list), ...within])})`;

const isOwn = ({ systemId, keys }: RecordList) =>
  sql`record_id in (select record_id from record_own_keys where system_id = ${systemId} and key = any(${keys}::text[]))`;

const among = (openings: readonly Opening[]) =>
  sql`(kind, facility_key, state) in (select * from unnest(${openingArrays(openings)}))`;

const openingArrays = (openings: readonly Opening[]) =>
  sql.join(
    [
      openings.map((one) => one.kind),
      openings.map((one) => one.facilityId ?? ""),
      openings.map((one) => one.state),
    ].map((values) => sql`${values}::text[]`),
  );

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` and `);

function narrowed({ isLate, today, beginning }: RecordList): RawBuilder<unknown>[] {
  return [
    ...(isLate ? [sql`waited_until < ${today}`] : []),
    ...(beginning === undefined ? [] : [sql`folded >= ${beginning} and folded < ${beginning + lastLetter}`]),
  ];
}

/** It comes after every other in the order of titles. */
const lastLetter = "\u{10ffff}";

/** The order of the rows of a list. */
export const listOrder = (list: RecordList): RawBuilder<unknown> =>
  endsWithoutDay(list) ? sql`stretch, ${orderBy(list.order)}` : orderBy(list.order);

/** Sorted by day from the last on, what has no day comes after all that has one. Every other order is that of one index. */
const endsWithoutDay = ({ order }: RecordList): boolean => order.sort === "due" && order.direction === "down";

type Stretch = Readonly<{ place: RawBuilder<unknown>; within: readonly RawBuilder<unknown>[] }>;

/** The stretches of an order, of which each is read along the index by itself, and what is left of each after the page before. */
function stretches(list: RecordList): readonly Stretch[] {
  const beyond = list.end ? [after(list.order, list.end)] : [];
  if (!endsWithoutDay(list)) return [{ place: sql`1`, within: beyond }];
  const isWithout = list.end?.value === "infinity";
  const without = { place: sql`2`, within: [sql`waited_until = 'infinity'`, ...(isWithout ? beyond : [])] };
  return isWithout ? [without] : [{ place: sql`1`, within: [sql`waited_until < 'infinity'`, ...beyond] }, without];
}
