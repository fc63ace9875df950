import type { ChaCategory } from "../cha-categories.ts";
import { ruleSources } from "../rule-source.ts";
import {
  amountsOf,
  type FilledWorksheet,
  type LineAmounts,
  line,
  netOf,
  type WorksheetInput,
  type WorksheetLine,
} from "./worksheet.ts";

/** Worksheet 8: cash and in-kind contributions for community benefit, for line 7i. */
export function worksheetEight({ counted, rules }: WorksheetInput): FilledWorksheet {
  const of = (...categories: readonly ChaCategory[]) => counted.filter(({ category }) => categories.includes(category));
  const row = (number: string, en: string, es: string, amounts: LineAmounts): WorksheetLine =>
    line(number, en, es, amounts.expense, amounts.offset, netOf(amounts));
  const given = of("E1", "E2", "E3", "E4");
  const amounts = amountsOf(given, rules);
  return {
    amounts: given.length === 0 ? null : amounts,
    missing: [],
    worksheet: {
      number: 8,
      title: { en: "Cash and in-kind contributions", es: "Contribuciones en efectivo y en especie" },
      columns: ["A", "B", "C"],
      lines: [
        row(
          "1",
          "Cash and grants restricted to community benefit",
          "Dinero y subvenciones restringidos",
          amountsOf(of("E1", "E2"), rules),
        ),
        row(
          "2",
          "In kind: staff time, space, goods at cost",
          "En especie: tiempo, espacio, bienes al costo",
          amountsOf(of("E3", "E4"), rules),
        ),
        row("3", "Total, to line 7i", "Total, a la línea 7i", amounts),
      ],
      source: ruleSources["irs-worksheet-8"],
      unverifiedLines: ["1", "2", "3"],
    },
  };
}
