import { type RawBuilder, sql } from "kysely";
import { after, type ListOrder, orderBy, type PageEnd } from "./list-order.ts";
import { type RecordRow, recordColumns } from "./listed-record.ts";
import type { ListFilter } from "./openings.ts";

/** A list to read: of which system and kinds, narrowed to what, in which order, and after which row. */
export type RecordList = Readonly<{
  systemId: string;
  kinds: readonly string[];
  filter: ListFilter;
  order: ListOrder;
  end: PageEnd | null;
  /** The office's day. */
  today: string;
  /** What titles begin with, in small letters without accents. */
  beginning?: string;
}>;

/**
 * The first rows of a list as SQL: of each kind along an index, as many as are wanted, and then the first of them all. So a
 * page costs as much as its rows, however many there are and whatever it is sorted by.
 */
export function orderedRecords(list: RecordList, atMost: number): RawBuilder<RecordRow> {
  const branches = list.kinds.flatMap((kind) =>
    stretches(list).map(
      ({ place, within }) => sql`(select system_id, ${recordColumns}, ${place} as stretch from records
        where ${all([sql`system_id = ${list.systemId}`, sql`kind = ${kind}`, ...narrowed(list), ...within])}
        order by ${orderBy(list.order)} limit ${atMost})`,
    ),
  );
  return sql`(select * from (${sql.join(branches, sql` union all `)}) branches order by ${listOrder(list)} limit ${atMost})`;
}

/** The first rows of a list among few records, as SQL; `ids` is a query for their ids. */
export function orderedAmong(list: RecordList, ids: RawBuilder<unknown>, atMost: number): RawBuilder<RecordRow> {
  const either = sql.join(
    stretches(list).map(({ within }) => sql`(${all([sql`true`, ...within])})`),
    sql` or `,
  );
  const kinds = sql`kind = any(${list.kinds}::text[])`;
  return sql`(select ${recordColumns}, ${stretchOf(list)} as stretch from records
    where ${all([sql`system_id = ${list.systemId}`, sql`record_id in (${ids})`, kinds, ...narrowed(list), sql`(${either})`])}
    order by ${listOrder(list)} limit ${atMost})`;
}

/** The order of the rows of `orderedRecords`. */
export const listOrder = (list: RecordList): RawBuilder<unknown> =>
  endsWithoutDay(list) ? sql`stretch, ${orderBy(list.order)}` : orderBy(list.order);

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` and `);

function narrowed({ filter, today, beginning }: RecordList): RawBuilder<unknown>[] {
  const { state, facilityId, isLate } = filter;
  return [
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(facilityId === undefined ? [] : [sql`facility_id = ${facilityId}`]),
    ...(isLate ? [sql`waited_until < ${today}`] : []),
    ...(beginning === undefined ? [] : [sql`folded >= ${beginning} and folded < ${beginning + lastLetter}`]),
  ];
}

/** It comes after every other in the order of titles. */
const lastLetter = "\u{10ffff}";

/** Sorted by day from the last on, what has no day comes after all that has one. Every other order is that of one index. */
const endsWithoutDay = ({ order }: RecordList): boolean => order.sort === "due" && order.direction === "down";
const stretchOf = (list: RecordList): RawBuilder<unknown> =>
  endsWithoutDay(list) ? sql`case when waited_until < 'infinity' then 1 else 2 end` : sql`1`;

/** The stretches of an order, of which each is read along the index by itself, with what is left of each after the page before. */
function stretches(
  list: RecordList,
): readonly Readonly<{ place: RawBuilder<unknown>; within: readonly RawBuilder<unknown>[] }>[] {
  const beyond = list.end ? [after(list.order, list.end)] : [];
  if (!endsWithoutDay(list)) return [{ place: sql`1`, within: beyond }];
  const isWithout = list.end?.value === "infinity";
  const without = { place: sql`2`, within: [sql`waited_until = 'infinity'`, ...(isWithout ? beyond : [])] };
  return isWithout ? [without] : [{ place: sql`1`, within: [sql`waited_until < 'infinity'`, ...beyond] }, without];
}
