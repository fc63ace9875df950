import { z } from "zod";
import { keysOf } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/command.ts";
import { keyField } from "../../kernel/fields.ts";
import { type Outcome, refuse } from "../../kernel/refusal.ts";
import { type ListOrder, pageEnd, sortNames } from "./list-order.ts";
import { officeDay } from "./office-day.ts";
import { isWithin, type Opening, openings } from "./openings.ts";
import type { RecordList } from "./ordered-records.ts";

/** What a person asks of a list: to what it is narrowed, and its order. */
export const listInput = {
  kind: keyField.optional(),
  state: keyField.optional(),
  facilityId: keyField.optional(),
  isLate: z.boolean().optional(),
  /** Words, as one looks for them on the web. */
  text: z.string().trim().max(200).optional(),
  sort: z.enum(sortNames).default("changed"),
  /** Where it is not said: the newest first, the next day first, the first title first. */
  direction: z.enum(["up", "down"]).optional(),
};

type Asked = z.infer<z.ZodObject<typeof listInput>>;

/** The list that was asked for, of what the person may see of it; and all that the person's keys open. */
export async function wantedList(
  context: Context,
  { isLate = false, sort, direction = sort === "changed" ? "down" : "up", ...filter }: Asked,
  mark?: string,
): Promise<Outcome<Readonly<{ list: RecordList; open: readonly Opening[] }>>> {
  const order = { sort, direction };
  const end = mark === undefined ? null : pageEnd(order, mark);
  if (mark !== undefined && !end)
    return refuse("invalid", "page", "This page of the list cannot be found. Begin again at its first page.");
  const open = await openings(context);
  const list = { ...listOf(context, open.filter(isWithin(filter)), order), isLate, end };
  return { list, open };
}

/** The whole list of these openings, for who asks, in an order. */
export const listOf = (
  { systemId, actor, now }: Context,
  openings: readonly Opening[],
  order: ListOrder,
): RecordList => ({
  ...{ systemId, keys: keysOf(actor), openings, order },
  isLate: false,
  end: null,
  today: officeDay(now),
});
