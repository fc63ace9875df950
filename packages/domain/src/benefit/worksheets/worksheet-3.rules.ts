import { type Cents, sumCents } from "../../kernel/money.ts";
import type { MissingAmount } from "../accounts.rules.ts";
import { atRatio, type Ratio } from "../ratio.rules.ts";
import {
  type LineAmounts,
  line,
  netOf,
  noCents,
  orNull,
  type Worksheet,
  type WorksheetInput,
  type WorksheetLine,
} from "./worksheet.ts";

/** Worksheet 3 carries to two lines: column A to 7b, column B to 7c. */
export type FilledMeansTested = Readonly<{
  worksheet: Worksheet;
  medicaid: LineAmounts | null;
  meansTested: LineAmounts | null;
  missing: readonly MissingAmount[];
}>;

type Column = Readonly<{ values: readonly (Cents<"irs"> | Ratio | null)[]; amounts: LineAmounts | null }>;

const rows: readonly (readonly [number: string, en: string, es: string])[] = [
  ["1", "Gross patient charges", "Cargos brutos"],
  ["2", "Ratio of cost to charges (Worksheet 2)", "Razón de costo a cargos (Hoja 2)"],
  ["3", "Cost", "Costo"],
  ["4", "Medicaid provider taxes", "Impuestos de Medicaid a proveedores"],
  ["5", "Total expense, to column (c)", "Gasto total, a la columna (c)"],
  ["6", "Net patient revenue", "Ingreso neto por pacientes"],
  ["7", "Pool payments", "Pagos de fondos"],
  ["8", "Other revenue", "Otros ingresos"],
  ["9", "Total revenue, to column (d)", "Ingreso total, a la columna (d)"],
  ["10", "Net expense, to column (e)", "Gasto neto, a la columna (e)"],
];

/** Worksheet 3: Medicaid (A) and other means-tested government programs (B), for lines 7b and 7c. */
export function worksheetThree(input: WorksheetInput): FilledMeansTested {
  const [medicaid, meansTested] = [columnOf("medicaid", input), columnOf("means-tested", input)];
  const lines: WorksheetLine[] = rows.map(([number, en, es], at) =>
    line(number, en, es, medicaid.values[at]!, meansTested.values[at]!),
  );
  return {
    medicaid: medicaid.amounts,
    meansTested: meansTested.amounts,
    missing: input.accounts.costOrCharges("medicaid-cost", "medicaid-charges").silent,
    worksheet: {
      number: 3,
      title: {
        en: "Medicaid and other means-tested government programs",
        es: "Medicaid y otros programas públicos según ingresos",
      },
      columns: ["A", "B"],
      lines,
      source: {
        cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 3",
        address: "http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet3.html",
      },
      unverifiedLines: [],
    },
  };
}

function columnOf(program: "medicaid" | "means-tested", { accounts, ratio }: WorksheetInput): Column {
  const { costCents, chargesCents } = accounts.costOrCharges(`${program}-cost`, `${program}-charges`);
  const atCost = chargesCents === null || ratio === null ? null : atRatio("irs", chargesCents, ratio);
  const isKnown = chargesCents === null ? costCents !== null : ratio !== null;
  const cost = isKnown ? sumCents("irs", [atCost ?? noCents, orNull(costCents) ?? noCents]) : null;
  const taxes = orNull(accounts.of(`${program}-provider-taxes`));
  const revenue = [
    orNull(accounts.of(`${program}-revenue`)),
    orNull(accounts.of(`${program}-pool-revenue`)),
    orNull(accounts.of(`${program}-other-revenue`)),
  ];
  const expense = cost === null ? null : sumCents("irs", [cost, taxes ?? noCents]);
  const offset = sumCents(
    "irs",
    revenue.map((one) => one ?? noCents),
  );
  const amounts = expense === null ? null : { expense, offset };
  const net = amounts && netOf(amounts);
  return { amounts, values: [orNull(chargesCents), ratio, cost, taxes, expense, ...revenue, amounts && offset, net] };
}
