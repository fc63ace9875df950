import { lessCents, sumCents } from "../../kernel/money.ts";
import { ruleSources } from "../rule-source.ts";
import { amountsOf, type FilledWorksheet, line, netOf, noCents, orNull, type WorksheetInput } from "./worksheet.ts";

/** Worksheet 7: research, for line 7h. */
export function worksheetSeven({ accounts, counted, rules }: WorksheetInput): FilledWorksheet {
  const research = counted.filter(({ category }) => category === "D");
  const own = amountsOf(research, rules);
  const indirect = sumCents(
    "irs",
    research.map((it) => it.indirect),
  );
  const other = orNull(accounts.of("research-cost"));
  const revenue = orNull(accounts.of("research-revenue"));
  const expense = sumCents("irs", [own.expense, other ?? noCents]);
  const amounts = { expense, offset: sumCents("irs", [own.offset, revenue ?? noCents]) };
  return {
    amounts: research.length === 0 && other === null ? null : amounts,
    missing: [],
    worksheet: {
      number: 7,
      title: { en: "Research", es: "Investigación" },
      columns: [""],
      lines: [
        line("1", "Direct costs", "Costos directos", lessCents("irs", expense, indirect)),
        line("2", "Indirect costs", "Costos indirectos", indirect),
        line("3", "Total expense, to line 7h (c)", "Gasto total, a la línea 7h (c)", expense),
        line("4", "Revenue, to line 7h (d)", "Ingresos, a la línea 7h (d)", amounts.offset),
        line("5", "Net expense, to line 7h (e)", "Gasto neto, a la línea 7h (e)", netOf(amounts)),
      ],
      source: ruleSources["irs-worksheet-7"],
      unverifiedLines: [],
    },
  };
}
