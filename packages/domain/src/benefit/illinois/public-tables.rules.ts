import { attack, type CountRule, isUndefined, type PastRelease, protect, publicRecord } from "@evenspan/stats";
import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { ValueState } from "../../kernel/value-state.ts";
import { type AssistanceCell, type AssistanceCount, assistanceTable } from "./assistance-table.rules.ts";

/** A cell as it is posted: people only where that tells of nobody. */
export type PublicAssistanceCell = Omit<AssistanceCell, "id" | "isPublished" | "people"> &
  Readonly<{ state: Extract<ValueState, "shown" | "suppressed">; people: number | null }>;

/** The tables of one hospital. */
export type PublicAssistanceTables = Readonly<{ facilityId: string; cells: readonly PublicAssistanceCell[] }>;

/** From when on hospitals post these tables, and on whose word. */
export const publicTablesInForce = {
  fromDay: "2022-07-01",
  source: "210 ILCS 76/22; House Bill 3788, reports filed on or after that day",
} as const;

/**
 * Counts from 1 to 10 are withheld, as the Centers for Medicare & Medicaid Services do (ResDAC, article 1506). The act
 * itself asks for the tables and says nothing of small numbers.
 */
const rule: CountRule = { largestWithheld: 10 };

/**
 * The tables that a hospital posts of its applications for financial assistance: by outcome, and each by race, ethnicity,
 * sex and language as people said it; the five most frequent reasons, in the order of their names. Small counts are
 * withheld, and so many others beside them that nobody can work them out, also from what earlier postings told; then the
 * tables are attacked as a reader would.
 *
 * Refuses where counts are no whole numbers or an earlier posting gave a small count away (`small-counts-exposed`): then
 * nothing is posted.
 */
export function publicTables(
  counts: readonly AssistanceCount[],
  history: readonly PastRelease[] = [],
): Outcome<readonly PublicAssistanceTables[]> {
  const facilities = [...new Set(counts.map(({ facilityId }) => facilityId))].sort();
  const tables = facilities.map((facilityId) => assistanceTable(counts, facilityId));
  const cellTables = tables.map(({ table }) => table);
  const protection = protect(cellTables, history, rule);
  if (isUndefined(protection)) return refuse("invalid", "counts-contradict", protection.message);
  const record = publicRecord(cellTables, history, protection);
  const guarded = new Set(protection.ids.filter((_, at) => protection.primary[at] === 1));
  const report = attack(record.published, record.history, { rule, guarded });
  const told = [...protection.exposed.map(({ id }) => id), ...report.recovered, ...report.tooTight];
  if (told.length > 0 || !report.isPossible)
    return refuse(
      "conflict",
      "small-counts-exposed",
      `These tables would tell a small number of people: ${[...new Set(told)].join(", ")}. Nothing is posted.`,
    );
  const withheld = new Set(protection.ids.filter((_, at) => protection.withheld[at] === 1));
  return facilities.map((facilityId, at) => ({
    facilityId,
    cells: tables[at]!.cells.filter(({ isPublished }) => isPublished).map((cell) =>
      posted(cell, withheld.has(cell.id)),
    ),
  }));
}

function posted(
  { id: _, isPublished: __, people, ...cell }: AssistanceCell,
  isWithheld: boolean,
): PublicAssistanceCell {
  return isWithheld ? { ...cell, state: "suppressed", people: null } : { ...cell, state: "shown", people };
}
