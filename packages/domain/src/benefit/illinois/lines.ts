import type { Text } from "../../kernel/text.ts";
import type { ChaCategory } from "../cha-categories.ts";
import type { RuleSource } from "../rule-source.ts";

/** A line of the amounts that Illinois asks for. */
export type IllinoisLine = keyof typeof illinoisLines;

/** What a line is called, and on whose word it is one. */
type LineMeaning = Readonly<{ words: Text; source: RuleSource }>;

const act: RuleSource = {
  cites: "Community Benefits Act, 210 ILCS 76/10, definition of community benefits",
  address: "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=021000760K10",
};

/** The form itself was not read; its lines are seen in what a hospital published of it. */
const form: RuleSource = {
  cites: "Form AG-CBP-1, as Sherman Hospital published its own of fiscal year 2012",
  address: "http://www.shermanhealth.com/community_benefits_the_numbers.php",
};

/** The lines, in the order of the form. */
export const illinoisLines = {
  "charity-care": { words: { en: "Charity care", es: "Atención de caridad" }, source: act },
  "language-assistance": { words: { en: "Language assistance", es: "Asistencia lingüística" }, source: act },
  "government-sponsored": {
    words: { en: "Government-sponsored health care", es: "Atención patrocinada por el gobierno" },
    source: act,
  },
  donations: { words: { en: "Donations", es: "Donaciones" }, source: act },
  "employee-volunteers": {
    words: { en: "Volunteer services of employees", es: "Voluntariado de empleados" },
    source: form,
  },
  "other-volunteers": { words: { en: "Volunteer services of others", es: "Voluntariado de otros" }, source: form },
  education: { words: { en: "Education", es: "Educación" }, source: act },
  "government-programs": {
    words: { en: "Government-sponsored program services", es: "Servicios de programas del gobierno" },
    source: act,
  },
  research: { words: { en: "Research", es: "Investigación" }, source: act },
  subsidized: { words: { en: "Subsidized health services", es: "Servicios de salud subsidiados" }, source: act },
  "bad-debt": { words: { en: "Bad debts", es: "Deudas incobrables" }, source: act },
  other: { words: { en: "Other community benefits", es: "Otros beneficios comunitarios" }, source: form },
} as const satisfies Record<string, LineMeaning>;

/** How a category of the Catholic Health Association goes to a line of Illinois. */
type Mapping = Readonly<{ line: IllinoisLine; unverified?: true }>;

/**
 * The line that an activity's cost goes to, by its category. The act names the lines and not what belongs to each; what is
 * marked is our reading, to be agreed with whoever files. Time given in kind (E3) goes to volunteer services of employees,
 * its other costs to donations.
 */
export const illinoisLineOf: Readonly<Record<ChaCategory, Mapping>> = {
  A1: { line: "education", unverified: true },
  A2: { line: "subsidized" },
  A3: { line: "subsidized" },
  A4: { line: "subsidized" },
  B1: { line: "education" },
  B2: { line: "education" },
  B3: { line: "education" },
  B4: { line: "education" },
  C: { line: "subsidized" },
  D: { line: "research" },
  E1: { line: "donations" },
  E2: { line: "donations" },
  E3: { line: "donations" },
  E4: { line: "donations" },
  F1: { line: "other", unverified: true },
  F2: { line: "other", unverified: true },
  F3: { line: "other", unverified: true },
  F4: { line: "other", unverified: true },
  F5: { line: "other", unverified: true },
  F6: { line: "other", unverified: true },
  F7: { line: "other", unverified: true },
  F8: { line: "other", unverified: true },
  F9: { line: "other", unverified: true },
  G1: { line: "other", unverified: true },
  G2: { line: "other", unverified: true },
  G3: { line: "other", unverified: true },
};
