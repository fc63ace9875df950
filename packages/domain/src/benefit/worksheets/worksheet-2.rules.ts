import { lessCents, sumCents } from "../../kernel/money.ts";
import type { Accounts, MissingAmount } from "../accounts.rules.ts";
import type { CountedActivity } from "../activity-costs.rules.ts";
import { type Ratio, ratio } from "../ratio.rules.ts";
import { ruleSources } from "../rule-source.ts";
import { expenseOf, line, noCents, orNull, type Worksheet } from "./worksheet.ts";

/** The ratio of patient care cost to charges; null where the accounts do not say enough. */
export type FilledRatio = Readonly<{ worksheet: Worksheet; ratio: Ratio | null; missing: readonly MissingAmount[] }>;

/** The accounts of costs that are not worked out by the ratio: they must not be in it. */
const accounted = [
  "charity-cost",
  "medicaid-cost",
  "means-tested-cost",
  "resident-education-cost",
  "research-cost",
] as const;

/** Without these there is no ratio. */
const needed = ["operating-expense", "gross-charges"] as const;

/**
 * Worksheet 2: the ratio of patient care cost to charges.
 *
 * Care that activities gave without charge is left out of both sides: its cost is worked out by this ratio, so taking off
 * its cost and its charges changes nothing. `benefit-charges` must not have these charges either.
 */
export function worksheetTwo(accounts: Accounts, activities: readonly CountedActivity<"irs">[]): FilledRatio {
  const cost = (isBuilding: boolean) =>
    activities
      .filter(({ category }) => category.startsWith("F") === isBuilding)
      .map((it) => lessCents("irs", expenseOf(it), it.care));
  const operating = orNull(accounts.of("operating-expense"));
  const other = orNull(accounts.of("non-patient-care-cost"));
  const taxes = orNull(accounts.of("provider-taxes"));
  const benefit = sumCents("irs", [...cost(false), ...accounted.map((name) => orNull(accounts.orNone(name))!)]);
  const building = sumCents("irs", cost(true));
  const adjustments = sumCents("irs", [other ?? noCents, taxes ?? noCents, benefit, building]);
  const patientCare = operating && lessCents("irs", operating, adjustments);
  const charges = orNull(accounts.of("gross-charges"));
  const programCharges = orNull(accounts.of("benefit-charges"));
  const adjustedCharges = charges && lessCents("irs", charges, programCharges ?? noCents);
  const missing = needed.flatMap((name) => accounts.silentOn(name));
  // Costs that add to more than was spent make no ratio: the accounts are to be looked at again.
  const found =
    patientCare === null || adjustedCharges === null || patientCare < 0 ? null : ratio(patientCare, adjustedCharges);
  return {
    ratio: found,
    missing,
    worksheet: {
      number: 2,
      title: { en: "Ratio of patient care cost to charges", es: "Razón de costo de atención a cargos" },
      columns: [""],
      lines: [
        line("1", "Operating expense without bad debt", "Gasto de operación sin deuda incobrable", operating),
        line("2", "Cost of what is not patient care", "Costo de lo que no es atención", other),
        line("3", "Medicaid provider taxes", "Impuestos de Medicaid a proveedores", taxes),
        line("4", "Community benefit expense not by this ratio", "Gasto de beneficio fuera de esta razón", benefit),
        line("5", "Community building expense", "Gasto de desarrollo comunitario", building),
        line("6", "Adjustments (lines 2 to 5)", "Ajustes (líneas 2 a 5)", adjustments),
        line("7", "Patient care cost", "Costo de atención a pacientes", patientCare),
        line("8", "Gross patient charges", "Cargos brutos", charges),
        line("9", "Charges of community benefit programs", "Cargos de programas de beneficio", programCharges),
        line("10", "Patient care charges", "Cargos de atención", adjustedCharges),
        line("11", "Ratio (line 7 by line 10)", "Razón (línea 7 entre línea 10)", found),
      ],
      source: ruleSources["irs-worksheet-2"],
      unverifiedLines: ["5", "6", "7", "8", "9", "10", "11"],
    },
  };
}
