import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { Text } from "../kernel/text.ts";
import type { BenefitOutcome } from "../ledger/ledger-cell.ts";
import type { ChaCategory } from "./cha-categories.ts";
import { type EndingName, endings } from "./eligibility/endings.ts";
import { type Path, type PathName, paths } from "./eligibility/paths.ts";
import { type Question, type QuestionName, questions } from "./eligibility/questions.ts";
import { type RuleSource, ruleSources } from "./rule-source.ts";
import { rulesOfTaxYear, type TaxYearRules } from "./schedule-h/tax-year-rules.ts";

/** Answers by question: the name of a choice, or a share in basis points. `what` is the first. */
export type Answers = Readonly<Record<string, string | number>>;

/** What the rules make of an activity. */
export type Eligibility = Readonly<{
  outcome: BenefitOutcome;
  /** The part of every cost that counts; 10,000 is the whole. */
  shareBasisPoints: number;
  category: ChaCategory | null;
  reason: Text;
  /** What Part VI should say beside the numbers; null where they say it all. */
  tell: Readonly<{ words: Text; source: RuleSource }> | null;
  ruleVersion: string;
  source: RuleSource;
}>;

/** A question to put to a person, with the answers that it takes. */
export type OpenQuestion = Readonly<{ name: "what" | QuestionName }> & Question;

/** What is asked first. */
const whatIsIt: OpenQuestion = {
  name: "what",
  words: { en: "What is it?", es: "¿Qué es?" },
  choices: Object.entries(paths).map(([id, { words }]) => ({ id, words })),
};

/** How far the answers lead: to a question that is open, or to an end. */
type Walk =
  | Readonly<{ open: OpenQuestion }>
  | Readonly<{ wrong: "what" | QuestionName }>
  | Readonly<{ ending: EndingName }>
  | Readonly<{ path: Exclude<Path, { ends: EndingName }>; category: ChaCategory; share: number }>;

function walk(answers: Answers): Walk {
  const what = answers.what;
  if (what === undefined) return { open: whatIsIt };
  const path: Path | undefined = paths[what as PathName];
  if (!path) return { wrong: "what" };
  if ("ends" in path) return { ending: path.ends };
  let category = path.category === "by-answer" ? null : path.category;
  let share = 10_000;
  for (const name of path.asks) {
    const question: Question = questions[name];
    const answer = answers[name];
    if (answer === undefined) return { open: { name, ...question } };
    if ("share" in question) {
      if (typeof answer !== "number" || !Number.isInteger(answer) || answer < 0 || answer > 10_000)
        return { wrong: name };
      if (question.share === "marketing" && answer >= halfOfIt) return { ending: "mostly-marketing" };
      if (question.share === "aimed-at-health" && answer === 0) return { ending: "self-interest" };
      share = question.share === "marketing" ? 10_000 - answer : answer;
      continue;
    }
    const chosen = question.choices.find(({ id }) => id === answer);
    if (!chosen) return { wrong: name };
    if (chosen.ends) return { ending: chosen.ends };
    category = chosen.category ?? category;
  }
  // Where both parts would take it, its cost belongs into Part I (Schedule H instructions, Part II and Worksheet 4).
  return { path, category: answers["part-one-test"] === "yes" ? "A4" : category!, share };
}

/** From this share of marketing on, nothing counts. */
const halfOfIt = 5000;

/**
 * The next question to ask, given the answers so far; null where they suffice, or where one of them is none that the
 * question takes.
 *
 * @example
 * nextQuestion({})?.name // => "what"
 * @example
 * nextQuestion({ what: "scholarship", "own-staff": "no" })?.name // => "work-back"
 * @example
 * nextQuestion({ what: "loan" }) // => null
 */
export function nextQuestion(answers: Answers): OpenQuestion | null {
  const at = walk(answers);
  return "open" in at ? at.open : null;
}

/**
 * Whether an activity counts as community benefit in a tax year, for which part, in which category, and why.
 *
 * Refuses a tax year before 2008, when there was no Schedule H (`no-rules`), an answer that is missing (`answer-missing`)
 * or that its question does not take (`answer-unknown`); the refusal's `fields` names the question.
 *
 * @example
 * eligibility({ what: "loan" }, 2022).outcome // => "does-not-count"
 * @example
 * eligibility({ what: "operations", "whose-cost": "yes", "operations-kind": "assessment" }, 2022).category // => "G2"
 */
export function eligibility(answers: Answers, taxYear: number): Outcome<Eligibility> {
  const rules = rulesOfTaxYear(taxYear);
  if (!rules) return refuse("undefined", "no-rules", `Schedule H began with tax year 2008; ${taxYear} has no rules.`);
  const at = walk(answers);
  if ("open" in at) return unanswered("answer-missing", at.open.name, `This is not answered yet: ${at.open.words.en}`);
  if ("wrong" in at)
    return unanswered("answer-unknown", at.wrong, `“${answers[at.wrong]}” is no answer to ${at.wrong}.`);
  if ("ending" in at) return ended(at.ending, rules);
  const { path, category, share } = at;
  const isBuilding = category.startsWith("F");
  return {
    outcome: share < 10_000 ? "counts-partly" : isBuilding ? "community-building" : "counts",
    shareBasisPoints: share,
    category,
    reason: counted(share, isBuilding),
    tell: tellOf(answers, rules),
    ruleVersion: rules.version,
    source: ruleSources[path.source],
  };
}

function unanswered(code: string, name: string, message: string): Outcome<never> {
  return { ...refuse("invalid", code, message), fields: { [name]: message } };
}

function ended(name: EndingName, rules: TaxYearRules): Eligibility {
  const { outcome, reason, source } = endings[name];
  const cites = ruleSources[source];
  return {
    outcome,
    shareBasisPoints: 0,
    category: null,
    reason,
    tell: null,
    ruleVersion: rules.version,
    source: cites,
  };
}

function counted(share: number, isBuilding: boolean): Text {
  const percent = `${share / 100}%`;
  const whole: Text = isBuilding
    ? { en: "It builds the community and is told in Part II.", es: "Desarrolla la comunidad y va en la Parte II." }
    : { en: "It passes every test, so its cost counts.", es: "Cumple todas las pruebas, así que su costo cuenta." };
  const part: Text = {
    en: `${percent} of it serves the community, so ${percent} of every cost counts.`,
    es: `El ${percent} sirve a la comunidad, así que cuenta el ${percent} de cada costo.`,
  };
  return share < 10_000 ? part : whole;
}

/** A program that others pay for wholly nets to nothing; its row still shows what it cost and what was taken off. */
function tellOf(answers: Answers, rules: TaxYearRules): Eligibility["tell"] {
  if (answers["grant-funding"] !== "all" || !rules.restrictedGrantsOffset) return null;
  const words: Text = {
    en: "Restricted grants pay for all of it: its row shows the cost and the grants, the net is 0, and Part VI tells of it.",
    es: "Subvenciones restringidas lo pagan todo: su fila muestra el costo y las subvenciones, el neto es 0 y la Parte VI lo cuenta.",
  };
  return { words, source: ruleSources["cha-no-expense"] };
}
