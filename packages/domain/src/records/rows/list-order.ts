import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { RecordRow } from "./listed-record.ts";

/** What a list can be sorted by. */
export const sortNames = ["changed", "due", "title"] as const;

/** The order of a list. */
export type ListOrder = Readonly<{ sort: (typeof sortNames)[number]; direction: "up" | "down" }>;

/** Where the page before ended: the value that the list is sorted by, and the record's id. */
export type PageEnd = Readonly<{ value: string; recordId: string }>;

/** What each order reads: its column, the column's type, and the value of a row as it stands in a mark. */
const sorts = {
  changed: { column: "changed_at", type: "timestamptz", of: (row) => row.changed_at.toISOString() },
  due: { column: "waited_until", type: "date", of: (row) => row.waited_until },
  title: { column: "folded", type: "text", of: (row) => row.folded },
} as const satisfies Record<
  ListOrder["sort"],
  { column: keyof RecordRow; type: string; of: (row: RecordRow) => string }
>;

const isInDatabase = (day: string): boolean => !day.startsWith("0000");
const values = {
  changed: z.iso.datetime().refine(isInDatabase),
  due: z.iso.date().refine(isInDatabase).or(z.literal("infinity")),
  title: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^\0]*$/),
};
const recordId = z
  .string()
  .max(500)
  .regex(/^[a-z][a-z-]*:[^\s\0]+$/);

/** The order as SQL, ended by the id so that no two rows are equal; both ways it is the order of an index. */
export function orderBy({ sort, direction }: ListOrder): RawBuilder<unknown> {
  const way = sql.raw(direction === "up" ? "asc" : "desc");
  return sql`${sql.ref(sorts[sort].column)} ${way}, record_id ${way}`;
}

/** The condition for what comes after the end of a page. */
export function after({ sort, direction }: ListOrder, { value, recordId }: PageEnd): RawBuilder<boolean> {
  const { column, type } = sorts[sort];
  const than = sql.raw(direction === "up" ? ">" : "<");
  return sql`(${sql.ref(column)}, record_id) ${than} (${value}::${sql.raw(type)}, ${recordId})`;
}

/** Where a page ends that ends with this row. */
export const endAt = ({ sort }: ListOrder, row: RecordRow): PageEnd => ({
  value: sorts[sort].of(row),
  recordId: row.record_id,
});

/** A mark for the address of the page that begins after this end. */
export const pageMark = ({ sort, direction }: ListOrder, { value, recordId }: PageEnd): string =>
  Buffer.from(JSON.stringify([sort, direction, value, recordId]), "utf8").toString("base64url");

/** Reads a mark, or gives null where it is none of this order. It is no secret and holds no right: people may write their own. */
export function pageEnd({ sort, direction }: ListOrder, mark: string): PageEnd | null {
  const form = z.tuple([z.literal(sort), z.literal(direction), values[sort], recordId]);
  const { data } = form.safeParse(parsed(Buffer.from(mark, "base64url").toString("utf8")));
  return data ? { value: data[2], recordId: data[3] } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
