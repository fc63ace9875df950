import { type Cents, sumCents } from "../../kernel/money.ts";
import type { ChaCategory } from "../cha-categories.ts";
import { ruleSources } from "../rule-source.ts";
import {
  amountsOf,
  expenseOf,
  type FilledWorksheet,
  line,
  netOf,
  noCents,
  orNull,
  type WorksheetInput,
} from "./worksheet.ts";

/** Worksheet 5: health professions education, for line 7f. Scholarships stand with other students. */
export function worksheetFive({ accounts, counted, rules }: WorksheetInput): FilledWorksheet {
  const education = counted.filter(({ category }) => category.startsWith("B"));
  const of = (category: ChaCategory): Cents<"irs"> =>
    sumCents("irs", education.filter((it) => it.category === category).map(expenseOf));
  const residents = orNull(accounts.of("resident-education-cost"));
  const medicare = orNull(accounts.of("medicare-education-revenue"));
  const medicaid = orNull(accounts.of("medicaid-education-revenue"));
  const own = amountsOf(education, rules);
  const amounts = {
    expense: sumCents("irs", [own.expense, residents ?? noCents]),
    offset: sumCents("irs", [own.offset, medicare ?? noCents, medicaid ?? noCents]),
  };
  const isBlank = education.length === 0 && residents === null;
  return {
    amounts: isBlank ? null : amounts,
    missing: [],
    worksheet: {
      number: 5,
      title: { en: "Health professions education", es: "Educación de profesionales de la salud" },
      columns: [""],
      lines: [
        line("1", "Physicians and medical students", "Médicos y estudiantes de medicina", of("B1")),
        line("2", "Interns, residents and fellows", "Internos, residentes y becarios", residents),
        line("3", "Nurses", "Enfermería", of("B2")),
        line("4", "Other allied health professions", "Otras profesiones de la salud", of("B3")),
        line("5", "Continuing health professions education", "Educación continua de profesionales", null),
        line("6", "Other students", "Otros estudiantes", of("B4")),
        line("7", "Total expense, to line 7f (c)", "Gasto total, a la línea 7f (c)", amounts.expense),
        line("8", "Medicare, direct education", "Medicare, educación directa", medicare),
        line("9", "Medicaid, direct education", "Medicaid, educación directa", medicaid),
        line("10", "Continuing education", "Educación continua", null),
        line("11", "Other revenue", "Otros ingresos", own.offset),
        line("12", "Total revenue, to line 7f (d)", "Ingreso total, a la línea 7f (d)", amounts.offset),
        line("13", "Net expense, to line 7f (e)", "Gasto neto, a la línea 7f (e)", netOf(amounts)),
      ],
      source: ruleSources["irs-worksheet-5"],
      unverifiedLines: ["10", "11", "12", "13"],
    },
  };
}
