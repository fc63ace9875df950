import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { z } from "zod";
import { act, type Occasion } from "../access/act.ts";
import { query } from "../kernel/command.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { type SpreadsheetCell, spreadsheetCell } from "../kernel/spreadsheet-cell.ts";
import type { Language } from "../kernel/text.ts";
import { anyStaff, wherever } from "./rows/any-role.ts";
import { exportedPage } from "./rows/exported-page.ts";
import { listInput, wantedList } from "./rows/list-input.ts";
import type { RecordRow } from "./rows/listed-record.ts";

const input = z.object(listInput);

/** Whether one may take a list out. It is in the audit before the first line leaves, with what the list is narrowed to. */
export const beginExport = query("export", {
  name: "export-records",
  title: "export the office's records",
  input,
  access: anyStaff,
  concerns: wherever(anyStaff),
  run: async (context, wanted) => {
    const asked = await wantedList(context, wanted);
    return isRefusal(asked) ? asked : {};
  },
  keeps: (wanted) => ({ facts: wanted }),
});

/** That the lines left: how many, and whether they are all. In the audit when the last one has, or when nobody takes any more. */
export const endExport = query("export", {
  name: "export-records-sent",
  title: "export the office's records",
  input: input.extend({ count: z.int().min(0), isWhole: z.boolean() }),
  access: anyStaff,
  concerns: wherever(anyStaff),
  run: async () => ({}),
  keeps: (sent) => ({ facts: sent }),
});

/**
 * Takes a list out as the text of a CSV file (RFC 4180, UTF-8 with a mark that spreadsheets need), piece by piece: each
 * piece is read when it is asked for, with the rights that the person has, and no more than one is held in memory.
 *
 * @param wanted what `listRecords` takes, without a page
 */
export async function exportRecords(
  db: Kysely<Database>,
  occasion: Occasion,
  wanted: unknown,
  language: Language = "en",
): Promise<Outcome<AsyncGenerator<string, void>>> {
  const begun = await act(db, beginExport, occasion, wanted);
  return isRefusal(begun) ? begun : piecesOf(db, occasion, input.parse(wanted), language);
}

async function* piecesOf(
  db: Kysely<Database>,
  occasion: Occasion,
  wanted: z.infer<typeof input>,
  language: Language,
): AsyncGenerator<string, void> {
  let count = 0;
  let isWhole = false;
  try {
    yield `\uFEFF${line(headings[language])}`;
    for (let after: string | null | undefined; after !== null; ) {
      const page = await act(db, exportedPage, occasion, { ...wanted, after });
      if (isRefusal(page)) return;
      if (page.rows.length > 0) yield page.rows.map((row) => line(cells(row, language))).join("");
      count += page.rows.length;
      after = page.next;
    }
    isWhole = true;
  } finally {
    await act(db, endExport, occasion, { ...wanted, count, isWhole });
  }
}

const line = (cells: readonly SpreadsheetCell[]): string => `${cells.map(spreadsheetCell).join(",")}\r\n`;

const headings = {
  en: ["Id", "Kind", "Title", "Facility", "State", "Since", "Next step", "Due", "Whose turn", "Changed"],
  es: ["Id", "Tipo", "Título", "Centro", "Estado", "Desde", "Siguiente paso", "Para el", "A quién le toca", "Cambió"],
} as const;

const cells = (row: RecordRow, language: Language): readonly SpreadsheetCell[] => [
  ...[row.record_id, row.kind, language === "es" ? (row.title_es ?? row.title) : row.title, row.facility_id, row.state],
  ...[row.since.toISOString(), row.next_step, row.due_on, row.turn.join(" "), row.changed_at.toISOString()],
];
