import type { Text } from "../../kernel/text.ts";
import type { ChaCategory } from "../cha-categories.ts";
import type { RuleSourceName } from "../rule-source.ts";
import type { EndingName } from "./endings.ts";
import type { QuestionName } from "./questions.ts";

/** What an activity can be, and what is then asked of it: a list to its end, or an ending at once. */
export type Path = Readonly<{ words: Text }> &
  (
    | Readonly<{ ends: EndingName }>
    | Readonly<{
        asks: readonly QuestionName[];
        /** Where the answers settle the category, `by-answer`: the last of them that names one. */
        category: ChaCategory | "by-answer";
        source: RuleSourceName;
      }>
  );

const gates = ["whose-cost", "own-people", "required", "normal-cost"] as const;
const tests = [...gates, "need", "objective"] as const;

const asks = (
  en: string,
  es: string,
  category: ChaCategory | "by-answer",
  source: RuleSourceName,
  ...names: readonly QuestionName[]
): Path => ({ words: { en, es }, asks: names, category, source });

const ends = (en: string, es: string, ending: EndingName): Path => ({ words: { en, es }, ends: ending });

/** The first question: what is it? The keys are its answers. */
export const paths = {
  program: asks(
    "A program or service for the community",
    "Un programa o servicio para la comunidad",
    "by-answer",
    "irs-worksheet-4",
    ...tests,
    "program-kind",
    "marketing",
    "grant-funding",
  ),
  building: asks(
    "Community building",
    "Desarrollo comunitario",
    "by-answer",
    "irs-part-2",
    ...gates,
    "building-kind",
    "promotes-health",
    "part-one-test",
    "marketing",
    "grant-funding",
  ),
  operations: asks(
    "Work on community benefit itself",
    "Trabajo sobre el propio beneficio comunitario",
    "by-answer",
    "cha-operations",
    "whose-cost",
    "operations-kind",
  ),
  "employee-time": asks(
    "Time of employees with a community group",
    "Tiempo de empleados con un grupo comunitario",
    "E3",
    "cha-paid-volunteer-time",
    "assigned",
    "paid-time",
    "need",
    "objective",
  ),
  meeting: asks(
    "Meetings of a board or coalition",
    "Reuniones de una junta o coalición",
    "by-answer",
    "cha-meetings",
    "assigned",
    "paid-time",
    "meeting-purpose",
  ),
  advocacy: asks("Advocacy", "Defensa de causas", "F7", "cha-advocacy", "whose-cost", "aimed-share"),
  grant: asks(
    "Money given to others",
    "Dinero dado a otros",
    "by-answer",
    "irs-worksheet-8",
    "restricted-use",
    "related-grant",
    "community-group",
    "gift-kind",
    "marketing",
  ),
  goods: asks(
    "Food, equipment or supplies given",
    "Alimentos, equipo o insumos dados",
    "E3",
    "irs-worksheet-8",
    "whose-cost",
    "community-group",
    "marketing",
  ),
  space: asks("Space lent without charge", "Espacio prestado sin cobro", "E3", "irs-worksheet-8", "community-group"),
  "fund-raising": asks(
    "Help for a community group with raising funds",
    "Ayuda a un grupo comunitario para recaudar fondos",
    "E4",
    "irs-worksheet-8",
    "assigned",
    "paid-time",
    "community-group",
  ),
  education: asks(
    "Education of health professionals",
    "Educación de profesionales de la salud",
    "by-answer",
    "irs-worksheet-5",
    "whose-cost",
    "own-staff",
    "work-back",
    "credential",
    "learners",
  ),
  scholarship: asks(
    "A scholarship or help with a loan for study",
    "Una beca o ayuda con un préstamo de estudios",
    "B4",
    "irs-worksheet-5",
    "own-staff",
    "work-back",
  ),
  research: asks("Research", "Investigación", "D", "irs-worksheet-7", "whose-cost", "public", "paid-by"),
  "clinical-service": asks(
    "A clinical service that bills",
    "Un servicio clínico que cobra",
    "C",
    "irs-worksheet-6",
    "need",
    "ancillary",
    "loss",
    "missed",
  ),
  "volunteer-time": ends(
    "Time of students, volunteers or the board",
    "Tiempo de estudiantes, voluntarios o la junta",
    "own-time",
  ),
  "gift-shop": ends("A gift shop or the like", "Una tienda de regalos o similar", "gift-shop"),
  "employee-gift": ends("What employees gave", "Lo que dieron los empleados", "employee-gift"),
  "emergency-fund": ends("Help for own employees", "Ayuda a empleados propios", "emergency-fund"),
  loan: ends("A loan, advance or capital", "Un préstamo, anticipo o capital", "loan"),
  purchase: ends("A purchase from a vendor", "Una compra a un proveedor", "purchase"),
  "bad-debt": ends("Bad debt", "Deuda incobrable", "bad-debt"),
  "medicare-shortfall": ends("A Medicare shortfall", "Un déficit de Medicare", "medicare-shortfall"),
  "language-assistance": ends("Interpreters and translation", "Intérpretes y traducción", "language-assistance"),
} as const satisfies Record<string, Path>;

/** What an activity can be. */
export type PathName = keyof typeof paths;
