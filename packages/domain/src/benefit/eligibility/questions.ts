import type { Text } from "../../kernel/text.ts";
import type { ChaCategory } from "../cha-categories.ts";
import type { EndingName } from "./endings.ts";

/** One answer that can be chosen: it may end the questions, or settle the category. */
export type Choice = Readonly<{ id: string; words: Text; ends?: EndingName; category?: ChaCategory }>;

/** A question of the decision: choices, or a share in basis points of which `share` says what it does. */
export type Question = Readonly<{
  words: Text;
  /** Asked only where an earlier question has one of these answers. */
  onlyWhere?: Readonly<{ question: string; is: readonly string[] }>;
}> &
  (Readonly<{ choices: readonly Choice[] }> | Readonly<{ share: "marketing" | "aimed-at-health" }>);

const yes: Text = { en: "Yes", es: "Sí" };
const no: Text = { en: "No", es: "No" };

const yesNo = (en: string, es: string, ends: Readonly<{ yes?: EndingName; no?: EndingName }>): Question => ({
  words: { en, es },
  choices: [
    { id: "yes", words: yes, ...(ends.yes ? { ends: ends.yes } : {}) },
    { id: "no", words: no, ...(ends.no ? { ends: ends.no } : {}) },
  ],
});

const choice = (id: string, en: string, es: string, rest: Partial<Choice> = {}): Choice => ({
  id,
  words: { en, es },
  ...rest,
});

/** Every question but the first, which asks what the activity is (`paths`). */
export const questions = {
  "whose-cost": yesNo("Does the organization bear the cost?", "¿La organización paga el costo?", {
    no: "another-pays",
  }),
  "own-people": yesNo(
    "Is it only for employees or people tied to the organization?",
    "¿Es solo para empleados o personas vinculadas a la organización?",
    { yes: "own-people-only" },
  ),
  required: yesNo("Is it required for a license or accreditation?", "¿Lo exige una licencia o acreditación?", {
    yes: "required",
  }),
  "normal-cost": yesNo(
    "Would any hospital do it as part of its business or its standard of care?",
    "¿Lo haría cualquier hospital como parte de su actividad o atención habitual?",
    { yes: "normal-cost" },
  ),
  need: {
    words: { en: "What documents the community's need?", es: "¿Qué documenta la necesidad de la comunidad?" },
    choices: [
      choice("assessment", "A needs assessment", "Una evaluación de necesidades"),
      choice("request", "A request by an agency or a community group", "La solicitud de una agencia o grupo"),
      choice("partners", "Unrelated tax-exempt or public partners", "Socios públicos o exentos, no vinculados"),
      choice("none", "Nothing", "Nada", { ends: "no-need" }),
    ],
  },
  objective: {
    words: { en: "Which aim does it serve first?", es: "¿A qué fin sirve primero?" },
    choices: [
      choice("access", "Access to health services", "Acceso a servicios de salud"),
      choice("public-health", "The community's health", "La salud de la comunidad"),
      choice("knowledge", "Knowledge for everyone", "Conocimiento para todos"),
      choice("relief", "Relief of government or other community efforts", "Alivio del gobierno u otros esfuerzos"),
      choice("none", "None of these", "Ninguno de estos", { ends: "no-objective" }),
    ],
  },
  marketing: {
    words: { en: "What share of it is marketing?", es: "¿Qué parte es promoción?" },
    share: "marketing",
  },
  "grant-funding": {
    words: { en: "Do restricted grants pay for it?", es: "¿La pagan subvenciones restringidas?" },
    choices: [
      choice("none", "No", "No"),
      choice("part", "In part", "En parte"),
      choice("all", "Wholly", "Por completo"),
    ],
  },
  "program-kind": {
    words: { en: "What does it do?", es: "¿Qué hace?" },
    choices: [
      choice("education", "Teaches people about health", "Enseña sobre la salud", { category: "A1" }),
      choice("clinical", "Gives care without a bill", "Da atención sin cobrar", { category: "A2" }),
      choice("support", "Helps people reach care", "Ayuda a llegar a la atención", { category: "A3" }),
      choice("social", "Improves what makes people ill or well", "Mejora lo que enferma o sana", { category: "A4" }),
    ],
  },
  "operations-kind": {
    words: {
      en: "Which part of the work on community benefit?",
      es: "¿Qué parte del trabajo del beneficio comunitario?",
    },
    choices: [
      choice("staff", "Its staff and planning", "Su personal y planificación", { category: "G1" }),
      choice("assessment", "The needs assessment", "La evaluación de necesidades", { category: "G2" }),
      choice("other", "Reports, training, grant writing", "Informes, capacitación, solicitudes", { category: "G3" }),
    ],
  },
  "building-kind": {
    words: { en: "What does it build?", es: "¿Qué desarrolla?" },
    choices: [
      choice("housing", "Housing and physical improvements", "Vivienda y mejoras físicas", { category: "F1" }),
      choice("economy", "The local economy", "La economía local", { category: "F2" }),
      choice("support", "Support for the community", "Apoyo a la comunidad", { category: "F3" }),
      choice("environment", "The environment", "El medio ambiente", { category: "F4" }),
      choice("leaders", "Leaders in the community", "Líderes de la comunidad", { category: "F5" }),
      choice("coalition", "A coalition", "Una coalición", { category: "F6" }),
      choice("workforce", "The workforce", "La fuerza laboral", { category: "F8" }),
      choice("other", "Something else", "Otra cosa", { category: "F9" }),
    ],
  },
  "promotes-health": yesNo(
    "Does it protect or improve the community's health or safety?",
    "¿Protege o mejora la salud o la seguridad de la comunidad?",
    { no: "no-health-effect" },
  ),
  assigned: yesNo(
    "Were people assigned to represent the organization?",
    "¿Se asignó a las personas para representar a la organización?",
    { no: "not-assigned" },
  ),
  "paid-time": yesNo("Was it on paid time?", "¿Fue en horario pagado?", { no: "off-the-clock" }),
  "meeting-purpose": {
    words: { en: "What was the meeting for?", es: "¿Para qué fue la reunión?" },
    choices: [
      choice("benefit", "Community benefit", "Beneficio comunitario", { category: "E3" }),
      choice("building", "Community building", "Desarrollo comunitario", { category: "F6" }),
      choice("goodwill", "Goodwill or own interest", "Buena imagen o interés propio", { ends: "goodwill" }),
    ],
  },
  "aimed-share": {
    words: {
      en: "What share is aimed at access to care or the community's health, and is not advertising?",
      es: "¿Qué parte busca el acceso o la salud de la comunidad, y no es publicidad?",
    },
    share: "aimed-at-health",
  },
  "restricted-use": yesNo(
    "Must the money be used for community benefit only?",
    "¿El dinero debe usarse solo para beneficio comunitario?",
    { no: "unrestricted-grant" },
  ),
  "related-grant": yesNo(
    "Is it paid from a restricted grant of a related organization?",
    "¿Se paga con una subvención restringida de una organización vinculada?",
    { yes: "related-grant" },
  ),
  "gift-kind": {
    words: { en: "How was it given?", es: "¿Cómo se dio?" },
    choices: [
      choice("donation", "As a donation", "Como donación", { category: "E1" }),
      choice("grant", "As a grant, by agreement", "Como subvención, por acuerdo", { category: "E2" }),
    ],
  },
  "community-group": yesNo(
    "Was it given to a tax-exempt or public group of the community?",
    "¿Se dio a un grupo de la comunidad, público o exento de impuestos?",
    { no: "no-community-group" },
  ),
  "own-staff": yesNo("Is it only for own employees or medical staff?", "¿Es solo para personal propio?", {
    yes: "own-staff-training",
  }),
  "work-back": yesNo(
    "Must people work for the organization in return?",
    "¿Deben las personas trabajar a cambio para la organización?",
    { yes: "work-back" },
  ),
  credential: yesNo(
    "Does it lead to a degree, license, certificate or required continuing education?",
    "¿Conduce a un título, licencia, certificado o educación continua exigida?",
    { no: "no-credential" },
  ),
  learners: {
    words: { en: "Who learns?", es: "¿Quiénes aprenden?" },
    choices: [
      choice("physicians", "Physicians and medical students", "Médicos y sus estudiantes", { category: "B1" }),
      choice("nurses", "Nurses", "Enfermería", { category: "B2" }),
      choice("others", "Other health professions", "Otras profesiones de la salud", { category: "B3" }),
      choice("doctoral", "Doctoral students, whose cost is research", "Doctorado: su costo es investigación", {
        category: "D",
      }),
    ],
  },
  public: yesNo("Will its results be made public?", "¿Se harán públicos sus resultados?", {
    no: "not-public-research",
  }),
  "paid-by": {
    words: { en: "Who pays for the research?", es: "¿Quién paga la investigación?" },
    choices: [
      choice("self", "The organization", "La organización"),
      choice("exempt", "A tax-exempt organization or a government", "Una entidad exenta o un gobierno"),
      choice("industry", "Someone else", "Alguien más", { ends: "industry-research" }),
    ],
  },
  loss: yesNo(
    "Does it lose money, with bad debt, assistance and Medicaid taken out?",
    "¿Pierde dinero, descontadas la deuda incobrable, la asistencia y Medicaid?",
    { no: "no-loss" },
  ),
  missed: yesNo(
    "Without it, would the community lack the service or leave it to government?",
    "Sin él, ¿faltaría el servicio en la comunidad o quedaría en manos del gobierno?",
    { no: "offered-elsewhere" },
  ),
  ancillary: yesNo("Is it a service such as laboratory or imaging?", "¿Es un servicio como laboratorio o imágenes?", {
    yes: "ancillary",
  }),
  "part-one-test": yesNo(
    "Is it carried out expressly to improve health, for a documented need?",
    "¿Se realiza expresamente para mejorar la salud, por una necesidad documentada?",
    {},
  ),
} as const satisfies Record<string, Question>;

/** The name of a question. */
export type QuestionName = keyof typeof questions;
