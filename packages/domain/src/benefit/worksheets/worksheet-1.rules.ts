import { sumCents } from "../../kernel/money.ts";
import { atRatio } from "../ratio.rules.ts";
import { type FilledWorksheet, line, netOf, noCents, orNull, type WorksheetInput } from "./worksheet.ts";

/** Worksheet 1: financial assistance at cost, for line 7a. */
export function worksheetOne({ accounts, ratio }: WorksheetInput): FilledWorksheet {
  const { costCents, chargesCents, silent } = accounts.costOrCharges("charity-cost", "charity-charges");
  const atCost = chargesCents === null || ratio === null ? null : atRatio("irs", chargesCents, ratio);
  const cost = atCost === null ? orNull(costCents) : sumCents("irs", [atCost, orNull(costCents) ?? noCents]);
  const taxes = orNull(accounts.of("charity-provider-taxes"));
  const pools = orNull(accounts.of("charity-pool-revenue"));
  const isKnown = cost !== null && (chargesCents === null || ratio !== null);
  const expense = isKnown ? sumCents("irs", [cost, taxes ?? noCents]) : null;
  const amounts = expense === null ? null : { expense, offset: pools ?? noCents };
  return {
    amounts,
    missing: silent,
    worksheet: {
      number: 1,
      title: { en: "Financial assistance at cost", es: "Asistencia financiera al costo" },
      columns: [""],
      lines: [
        line("1", "Charges forgiven as financial assistance", "Cargos perdonados", orNull(chargesCents)),
        line("2", "Ratio of cost to charges (Worksheet 2)", "Razón de costo a cargos (Hoja 2)", ratio),
        line("3", "Cost", "Costo", cost),
        line("4", "Medicaid provider taxes", "Impuestos de Medicaid a proveedores", taxes),
        line("5", "Total expense, to line 7a (c)", "Gasto total, a la línea 7a (c)", expense),
        line("6", "Pool revenue, to line 7a (d)", "Ingresos de fondos, a la línea 7a (d)", pools),
        line("7", "Net expense, to line 7a (e)", "Gasto neto, a la línea 7a (e)", amounts && netOf(amounts)),
      ],
      source: {
        cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 1",
        address: "https://www.formsbank.com/template/275478/2008-instructions-for-schedule-h-form-990.html?page=8",
      },
      unverifiedLines: [],
    },
  };
}
