import { type Cents, lessCents, sumCents } from "../../kernel/money.ts";
import { atRatio } from "../ratio.rules.ts";
import { ruleSources } from "../rule-source.ts";
import { amountsOf, type FilledWorksheet, line, netOf, noCents, orNull, type WorksheetInput } from "./worksheet.ts";

const groups = ["", "bad-debt-", "means-tested-", "charity-"] as const;

/**
 * Worksheet 6: subsidized health services, for line 7g: all patients (A), less bad debt (B), Medicaid and means-tested (C)
 * and financial assistance (D), which other lines have. What activities of the category cost is added below.
 */
export function worksheetSix({ accounts, counted, ratio, rules }: WorksheetInput): FilledWorksheet {
  const activities = counted.filter(({ category }) => category === "C");
  const charges = groups.map((group) => orNull(accounts.of(`subsidized-${group}charges`)));
  const cost = charges.map((one) => (one === null || ratio === null ? null : atRatio("irs", one, ratio)));
  const revenue = groups.map((group) => orNull(accounts.of(`subsidized-${group}revenue`)));
  const own = amountsOf(activities, rules);
  const [serviceCost, serviceRevenue] = [rest(cost), rest(revenue)];
  const amounts = {
    expense: sumCents("irs", [own.expense, serviceCost ?? noCents]),
    offset: sumCents("irs", [own.offset, serviceRevenue ?? noCents]),
  };
  const isBlank = activities.length === 0 && serviceCost === null;
  return {
    amounts: isBlank ? null : amounts,
    missing: charges[0] === null ? [] : accounts.silentOn("subsidized-revenue"),
    worksheet: {
      number: 6,
      title: { en: "Subsidized health services", es: "Servicios de salud subsidiados" },
      columns: ["A", "B", "C", "D", "E"],
      lines: [
        line("1", "Gross patient charges", "Cargos brutos", ...charges, rest(charges)),
        line(
          "2",
          "Ratio of cost to charges (Worksheet 2)",
          "Razón de costo a cargos (Hoja 2)",
          ...Array(5).fill(ratio),
        ),
        line("3", "Cost; E to line 7g (c)", "Costo; E a la línea 7g (c)", ...cost, serviceCost),
        line("4", "Revenue; E to line 7g (d)", "Ingresos; E a la línea 7g (d)", ...revenue, serviceRevenue),
        line("+", "Activities: cost", "Actividades: costo", null, null, null, null, own.expense),
        line("−", "Activities: revenue", "Actividades: ingresos", null, null, null, null, own.offset),
        line(
          "=",
          "Net expense, to line 7g (e)",
          "Gasto neto, a la línea 7g (e)",
          null,
          null,
          null,
          null,
          netOf(amounts),
        ),
      ],
      source: ruleSources["irs-worksheet-6"],
      unverifiedLines: ["4"],
    },
  };
}

/** Column E: column A less B, C and D. */
function rest([all, ...others]: readonly (Cents<"irs"> | null)[]): Cents<"irs"> | null {
  return all == null ? null : others.reduce<Cents<"irs">>((left, one) => lessCents("irs", left, one ?? noCents), all);
}
