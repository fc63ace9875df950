import type { Text } from "../kernel/text.ts";

/** In what an amount of a hospital's year is counted. */
export type AmountUnit = "cents" | "cents-per-hour" | "millionths";

/** What an amount is called, in what it is counted, and where it is wanted. */
export type AmountMeaning = Readonly<{ unit: AmountUnit; words: Text }>;

const cents = (en: string, es: string): AmountMeaning => ({ unit: "cents", words: { en, es } });

/**
 * The amounts of a hospital's year that come from its accounts and not from entries of the ledger, by name. An amount that
 * nobody said is missing, not zero. Charges are gross, before any deduction; costs and revenue are of the fiscal year.
 */
export const facilityAmounts = {
  "total-expense": cents(
    "Total expense (Form 990, Part IX, line 25, column A)",
    "Gasto total (Formulario 990, Parte IX)",
  ),
  "bad-debt-in-total-expense": cents("Bad debt within total expense", "Deuda incobrable dentro del gasto total"),
  "operating-expense": cents("Operating expense without bad debt", "Gasto de operación sin deuda incobrable"),
  "non-patient-care-cost": cents("Cost of what is not patient care", "Costo de lo que no es atención a pacientes"),
  "provider-taxes": cents("Medicaid provider taxes within operating expense", "Impuestos de Medicaid a proveedores"),
  "gross-charges": cents("Gross patient charges", "Cargos brutos a pacientes"),
  "benefit-charges": cents("Charges of community benefit programs", "Cargos de programas de beneficio comunitario"),
  "net-patient-revenue": cents("Net patient revenue", "Ingreso neto por pacientes"),

  "charity-charges": cents("Charges forgiven as financial assistance", "Cargos perdonados como asistencia financiera"),
  "charity-cost": cents("Cost of financial assistance, by cost accounting", "Costo de la asistencia, por contabilidad"),
  "charity-provider-taxes": cents("Provider taxes for uncompensated care", "Impuestos para atención no compensada"),
  "charity-pool-revenue": cents("Payments from uncompensated care pools", "Pagos de fondos de atención no compensada"),
  "charity-emergency-charges": cents(
    "Charges forgiven in the emergency department",
    "Cargos perdonados en emergencias",
  ),

  "medicaid-charges": cents("Charges for Medicaid patients", "Cargos a pacientes de Medicaid"),
  "medicaid-cost": cents("Cost of Medicaid, by cost accounting", "Costo de Medicaid, por contabilidad"),
  "medicaid-provider-taxes": cents("Provider taxes for Medicaid", "Impuestos a proveedores para Medicaid"),
  "medicaid-revenue": cents("Net patient revenue from Medicaid", "Ingreso neto de Medicaid"),
  "medicaid-pool-revenue": cents("Pool payments for Medicaid", "Pagos de fondos para Medicaid"),
  "medicaid-other-revenue": cents("Other revenue for Medicaid", "Otros ingresos para Medicaid"),
  "means-tested-charges": cents(
    "Charges under other means-tested programs",
    "Cargos de otros programas según ingresos",
  ),
  "means-tested-cost": cents(
    "Cost of other means-tested programs, by cost accounting",
    "Costo de otros programas según ingresos, por contabilidad",
  ),
  "means-tested-provider-taxes": cents(
    "Provider taxes for other means-tested programs",
    "Impuestos a proveedores para otros programas según ingresos",
  ),
  "means-tested-revenue": cents(
    "Net patient revenue from other means-tested programs",
    "Ingreso neto de otros programas según ingresos",
  ),
  "means-tested-pool-revenue": cents(
    "Pool payments for other means-tested programs",
    "Pagos de fondos para otros programas según ingresos",
  ),
  "means-tested-other-revenue": cents(
    "Other revenue for other means-tested programs",
    "Otros ingresos para otros programas según ingresos",
  ),

  "resident-education-cost": cents(
    "Cost of interns, residents and fellows",
    "Costo de internos, residentes y becarios",
  ),
  "medicare-education-revenue": cents(
    "Medicare payments for direct education",
    "Pagos de Medicare por educación directa",
  ),
  "medicaid-education-revenue": cents(
    "Medicaid payments for direct education",
    "Pagos de Medicaid por educación directa",
  ),
  "research-cost": cents("Cost of research that no entry holds", "Costo de investigación fuera del registro"),
  "research-revenue": cents("Revenue of research that no entry holds", "Ingresos de investigación fuera del registro"),

  "subsidized-charges": cents(
    "Charges of subsidized services, all patients",
    "Cargos de servicios subsidiados, todos los pacientes",
  ),
  "subsidized-bad-debt-charges": cents(
    "Charges of subsidized services, bad debt",
    "Cargos de servicios subsidiados, deuda incobrable",
  ),
  "subsidized-means-tested-charges": cents(
    "Charges of subsidized services, Medicaid and means-tested",
    "Cargos de servicios subsidiados, Medicaid y según ingresos",
  ),
  "subsidized-charity-charges": cents(
    "Charges of subsidized services, financial assistance",
    "Cargos de servicios subsidiados, asistencia financiera",
  ),
  "subsidized-revenue": cents(
    "Revenue of subsidized services, all patients",
    "Ingresos de servicios subsidiados, todos los pacientes",
  ),
  "subsidized-bad-debt-revenue": cents(
    "Revenue of subsidized services, bad debt",
    "Ingresos de servicios subsidiados, deuda incobrable",
  ),
  "subsidized-means-tested-revenue": cents(
    "Revenue of subsidized services, Medicaid and means-tested",
    "Ingresos de servicios subsidiados, Medicaid y según ingresos",
  ),
  "subsidized-charity-revenue": cents(
    "Revenue of subsidized services, financial assistance",
    "Ingresos de servicios subsidiados, asistencia financiera",
  ),
  "subsidized-clinic-cost": cents(
    "Cost of physician clinics within subsidized services",
    "Costo de clínicas médicas dentro de los servicios subsidiados",
  ),

  "bad-debt": cents("Bad debt expense of the year", "Gasto del año por deuda incobrable"),
  "bad-debt-of-the-eligible": cents(
    "Bad debt of people who could have had assistance",
    "Deuda de quienes podían recibir ayuda",
  ),
  "medicare-revenue": cents("Revenue from Medicare", "Ingreso de Medicare"),
  "medicare-cost": cents("Medicare allowable cost of care", "Costo permitido de la atención de Medicare"),

  "language-assistance-cost": cents(
    "Unreimbursed cost of language assistance",
    "Costo no reembolsado de asistencia lingüística",
  ),
  "government-program-cost": cents(
    "Unreimbursed cost of government programs' services",
    "Costo de servicios de programas públicos",
  ),
  "medicare-report-ratio": {
    unit: "millionths",
    words: {
      en: "Cost to charge ratio of the Medicare cost report, Worksheet C",
      es: "Razón de costo a cargo del informe de Medicare, Hoja C",
    },
  },
  "volunteer-hour-value": {
    unit: "cents-per-hour",
    words: { en: "Stated value of a volunteer's hour", es: "Valor declarado de una hora de voluntariado" },
  },
} as const satisfies Record<string, AmountMeaning>;
