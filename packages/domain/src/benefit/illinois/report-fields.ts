import type { Text } from "../../kernel/text.ts";
import type { RuleSource } from "../rule-source.ts";

/** A field of the plan or of the annual report. */
export type ReportField = Readonly<{
  name: string;
  /** Whether it is of the plan, of the yearly report, or of the public posting. */
  of: "plan" | "report" | "posting";
  /** Whether a system says it hospital by hospital, even where it reports as one. */
  perHospital: boolean;
  words: Text;
  source: RuleSource;
}>;

const section = (number: string, address: string): RuleSource => ({ cites: `210 ILCS 76/${number}`, address });
const plan = section("15", "https://ilga.gov/legislation/ilcs/fulltext.asp?DocName=021000760K15");
const report = section("20", "https://www.lawserver.com/law/state/illinois/il-statutes/210_ilcs_76_20");
const posting = section(
  "22",
  "https://codes.findlaw.com/il/chapter-210-health-facilities-and-regulation/il-st-sect-210-76-22/",
);
const association: RuleSource = {
  cites: "Illinois Health and Hospital Association, on the form revised in April 2022",
  address: "https://team-iha.org/finance/community-benefits/new-community-benefit-report-form-and-instructions",
};
const form: RuleSource = {
  cites: "Form AG-CBP-1, revision of January 2019",
  address: "https://formspal.com/pdf-forms/other/form-ag-cbp-i",
};

const field = (
  of: ReportField["of"],
  name: string,
  source: RuleSource,
  en: string,
  es: string,
  perHospital = false,
): ReportField => ({ name, of, perHospital, words: { en, es }, source });

/** What the plan, the report and the public posting must say. */
export const illinoisReportFields: readonly ReportField[] = [
  field("plan", "mission", plan, "Mission statement", "Declaración de misión"),
  field(
    "plan",
    "goals",
    plan,
    "Goals, charity and government-sponsored care among them",
    "Metas, con caridad y atención pública",
  ),
  field("plan", "populations", plan, "Populations and communities served", "Poblaciones y comunidades atendidas"),
  field("plan", "equity", plan, "What is done for health equity", "Qué se hace por la equidad en salud"),
  field("report", "filer", form, "Hospital or system, and its addresses", "Hospital o sistema, y sus direcciones"),
  field("report", "period", form, "Reporting period", "Período del informe"),
  field("report", "taxpayer", form, "Taxpayer number", "Número de contribuyente"),
  field("report", "needs", report, "Needs that the plan considered", "Necesidades que el plan consideró"),
  field("report", "charity-care", report, "Charity care at cost", "Atención de caridad al costo", true),
  field("report", "benefits", report, "Amounts and kinds of other benefits", "Montos y tipos de otros beneficios"),
  field("report", "audited-statements", report, "Audited financial statements", "Estados financieros auditados"),
  field("report", "charity-policy", form, "Charity care policy", "Política de atención de caridad"),
  field(
    "report",
    "applications",
    association,
    "Applications for financial assistance",
    "Solicitudes de asistencia",
    true,
  ),
  field(
    "posting",
    "emergency-charity",
    posting,
    "Charity care in the emergency department",
    "Caridad en emergencias",
    true,
  ),
  field("posting", "net-patient-revenue", posting, "Net patient revenue", "Ingreso neto por pacientes", true),
  field("posting", "total", posting, "Total community benefit", "Total de beneficio comunitario"),
  field(
    "posting",
    "tables",
    posting,
    "Applications by outcome and by who applied",
    "Solicitudes por resultado y por quién",
    true,
  ),
];
