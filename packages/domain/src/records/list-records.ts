import { z } from "zod";
import { query } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { anyRole, wherever } from "./rows/any-role.ts";
import { facetsOf } from "./rows/facets.ts";
import { listInput, wantedList } from "./rows/list-input.ts";
import { endAt, pageMark } from "./rows/list-order.ts";
import { listRows } from "./rows/list-rows.ts";
import { listedRecord } from "./rows/listed-record.ts";

const rowsPerPage = 50;

/**
 * Lists what one may see of the office's work, fifty at a time: narrowed to a kind, a state, a facility, to what is late, or
 * to words; by when it changed, by the day by which it is to be done, or by title.
 *
 * `next` marks the page after this one; where words are looked for, a page may hold fewer than fifty and still have a next.
 * `isCut`: the words are in more records than were looked at, and should be narrowed.
 */
export const listRecords = query("query", {
  name: "list-records",
  title: "list the office's records",
  input: z.object({ ...listInput, after: z.string().max(2000).optional() }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { after, ...wanted }) => {
    const asked = await wantedList(context, wanted, after);
    if (isRefusal(asked)) return asked;
    const { list, open } = asked;
    const { rows, readOn, isCut } = await listRows(context, list, wanted, rowsPerPage + 1);
    const page = rows.slice(0, rowsPerPage);
    const end = rows.length > rowsPerPage ? endAt(list.order, page.at(-1)!) : readOn;
    return {
      records: page.map((row) => listedRecord(row, list.today)),
      next: end && pageMark(list.order, end),
      isCut,
      facets: await facetsOf(context, list, wanted, open),
    };
  },
});
