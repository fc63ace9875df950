import type { DraftFigure, Unit } from "../figures/figure.ts";
import { type Computed, draft, originOf, rowsOf } from "./draft.ts";
import type { MortalityTable } from "./mortality-tables.rules.ts";

/**
 * A figure made from deaths over people: both files are its inputs, and both counts are what the rules judge it by
 * (those of all ages, unless it rests on a part of them).
 */
export const tableFigure = (
  table: MortalityTable,
  made: Readonly<{
    indicator: string;
    version: number;
    unit: Unit;
    method: string;
    computed: Computed;
    events?: number;
    people?: number;
  }>,
): DraftFigure =>
  draft({
    ...made,
    naming: { subject: table.subject, period: table.period, sex: table.sex, cause: table.cause },
    origin: originOf([table.deathsDataset, table.peopleDataset]),
    inputs: [
      rowsOf(table.deathsDataset.id, table.deaths.rows, table.deaths.observations),
      rowsOf(table.peopleDataset.id, table.people.rows, table.people.observations),
    ],
    basis: {
      events: made.events ?? table.deaths.total,
      people: made.people ?? table.people.total,
      doubt: null,
      decision: null,
    },
  });
