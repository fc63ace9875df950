import { describe, expect, test } from "vitest";
import { isRefusal } from "../kernel/refusal.ts";
import { chaCategories, lineOfCategory } from "./cha-categories.ts";
import { endings } from "./eligibility/endings.ts";
import { paths } from "./eligibility/paths.ts";
import { type Question, type QuestionName, questions } from "./eligibility/questions.ts";
import { type Answers, type Eligibility, eligibility, nextQuestion } from "./eligibility.rules.ts";
import { ruleSources } from "./rule-source.ts";
import { rulesOfTaxYear, taxYearOf } from "./schedule-h/tax-year-rules.ts";
import { given, program } from "./testing.ts";

/** Every list of answers that leads to an end; of a share no part, some and half. */
function everyEnd(answers: Answers = {}): Answers[] {
  const asked = nextQuestion(answers);
  if (!asked) return [answers];
  const possible = "share" in asked ? [0, 2500, 5000, 10_000] : asked.choices.map(({ id }) => id);
  return possible.flatMap((answer) => everyEnd({ ...answers, [asked.name]: answer }));
}

const ends = everyEnd();
const decisions = ends.map((answers) => [answers, given(eligibility(answers, 2021))] as const);

describe("the decision tree", () => {
  test("every path leads to one of the five outcomes, with a share and a category that fit it", () => {
    for (const [, { outcome, shareBasisPoints: share, category }] of decisions) {
      expect(outcome === "counts-partly").toBe(share !== 0 && share !== 10_000);
      expect(category === null).toBe(share === 0);
      if (outcome === "community-building") expect(lineOfCategory(category!)).toMatch(/^II/);
      if (outcome === "counts") expect(lineOfCategory(category!)).toMatch(/^7/);
    }
    expect(new Set(decisions.map(([, { outcome }]) => outcome)).size).toBe(5);
  });

  test("every ending, question and category is reached, and every source is used", () => {
    const reasons = new Set(decisions.map(([, { reason }]) => reason.en));
    expect(Object.entries(endings).filter(([, { reason }]) => !reasons.has(reason.en))).toEqual([]);
    const asked = new Set(ends.flatMap((answers) => Object.keys(answers)));
    expect(Object.keys(questions).filter((name) => !asked.has(name))).toEqual([]);
    const reached = new Set(decisions.map(([, { category }]) => category));
    expect(chaCategories.map(({ code }) => code).filter((code) => !reached.has(code))).toEqual([]);
    const used = new Set(decisions.map(([, { source }]) => source.cites));
    for (const [, { tell }] of decisions) if (tell) used.add(tell.source.cites);
    const unused = Object.entries(ruleSources).filter(([, { cites }]) => !used.has(cites));
    expect(unused.map(([name]) => name)).toEqual(["irs-worksheet-2"]); // that is a worksheet's own
  });

  test("the order in which answers were given does not matter", () => {
    for (const answers of ends.filter((_, at) => at % 7 === 0)) {
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      expect(eligibility(turned, 2021)).toEqual(eligibility(answers, 2021));
    }
  });

  test("everything that people read is written in both languages, and the two are not the same", () => {
    const said = [
      ...Object.values(paths).map(({ words }) => words),
      ...Object.values(endings).map(({ reason }) => reason),
      ...(Object.values(questions) as readonly Question[]).map(({ words }) => words),
    ];
    for (const { en, es } of said) expect([en.length > 0, es.length > 0, en === es]).toEqual([true, true, false]);
  });
});

describe("each gate stops what it is for", () => {
  const gates: readonly (readonly [rest: Answers, reason: RegExp])[] = [
    [{ "whose-cost": "no" }, /^Another organization/],
    [{ "own-people": "yes" }, /only to employees/],
    [{ required: "yes" }, /license/],
    [{ "normal-cost": "yes" }, /normal cost/],
    [{ need: "none" }, /No community need/],
    [{ objective: "none" }, /none of the four aims/],
    [{ marketing: 5000 }, /marketing/],
  ];
  test.each(gates)("%j", (rest, reason) => {
    const it = given(eligibility(program("education", rest), 2021));
    expect(it).toMatchObject({ outcome: "does-not-count", shareBasisPoints: 0, category: null });
    expect(it.reason.en).toMatch(reason);
  });
});

describe("what an activity is decides its category", () => {
  const open = { "whose-cost": "yes", "own-people": "no", required: "no", "normal-cost": "no" };
  const building = (rest: Answers): Answers => ({
    what: "building",
    ...open,
    "building-kind": "housing",
    "promotes-health": "yes",
    "part-one-test": "no",
    marketing: 0,
    "grant-funding": "none",
    ...rest,
  });
  const cases: readonly (readonly [name: string, Answers, Partial<Eligibility>])[] = [
    ["housing is community building", building({}), { outcome: "community-building", category: "F1" }],
    [
      "housing that passes the tests of health improvement goes to Part I",
      building({ "part-one-test": "yes" }),
      { outcome: "counts", category: "A4" },
    ],
    ["building that does nothing for health", building({ "promotes-health": "no" }), { outcome: "does-not-count" }],
    [
      "building with a part of marketing counts partly, in Part II",
      building({ marketing: 1000 }),
      { outcome: "counts-partly", shareBasisPoints: 9000, category: "F1" },
    ],
    [
      "training on community benefit is its operation",
      { what: "operations", "whose-cost": "yes", "operations-kind": "other" },
      { outcome: "counts", category: "G3" },
    ],
    [
      "an executive's meeting on a coalition",
      { what: "meeting", assigned: "yes", "paid-time": "yes", "meeting-purpose": "building" },
      { outcome: "community-building", category: "F6" },
    ],
    [
      "an executive's meeting for goodwill",
      { what: "meeting", assigned: "yes", "paid-time": "yes", "meeting-purpose": "goodwill" },
      { outcome: "does-not-count" },
    ],
    [
      "advocacy of which a third is for access to care",
      { what: "advocacy", "whose-cost": "yes", "aimed-share": 3333 },
      { outcome: "counts-partly", shareBasisPoints: 3333, category: "F7" },
    ],
    [
      "advocacy for payment",
      { what: "advocacy", "whose-cost": "yes", "aimed-share": 0 },
      { outcome: "does-not-count" },
    ],
    [
      "advocacy that is all for access",
      { what: "advocacy", "whose-cost": "yes", "aimed-share": 10_000 },
      { outcome: "community-building", category: "F7" },
    ],
    ["what employees gave", { what: "employee-gift" }, { outcome: "does-not-count" }],
    ["a fund for employees in need", { what: "emergency-fund" }, { outcome: "does-not-count" }],
    ["the gift shop", { what: "gift-shop" }, { outcome: "does-not-count" }],
    ["a purchase", { what: "purchase" }, { outcome: "does-not-count" }],
    ["hours of students, volunteers and the board", { what: "volunteer-time" }, { outcome: "narrative-only" }],
    [
      "an employee who was not assigned",
      { what: "employee-time", assigned: "no" },
      { outcome: "narrative-only", shareBasisPoints: 0 },
    ],
    [
      "research paid by industry",
      { what: "research", "whose-cost": "yes", public: "yes", "paid-by": "industry" },
      { outcome: "does-not-count" },
    ],
    [
      "doctoral students are research",
      {
        what: "education",
        "whose-cost": "yes",
        "own-staff": "no",
        "work-back": "no",
        credential: "yes",
        learners: "doctoral",
      },
      { outcome: "counts", category: "D" },
    ],
    [
      "a trauma unit that loses money",
      { what: "clinical-service", need: "request", ancillary: "no", loss: "yes", missed: "yes" },
      { outcome: "counts", category: "C" },
    ],
  ];
  test.each(cases)("%s", (_, answers, expected) => {
    expect(given(eligibility(answers, 2021))).toMatchObject(expected);
  });
});

describe("a program that others pay for wholly", () => {
  const whole = program("support", { "grant-funding": "all" });
  test("is told in Part VI, since the tax year in which grants are taken off", () => {
    expect(given(eligibility(whole, 2011)).tell?.words.en).toMatch(/Part VI/);
    expect(given(eligibility(whole, 2010)).tell).toBeNull();
    expect(given(eligibility(program("support", { "grant-funding": "part" }), 2021)).tell).toBeNull();
  });
});

describe("refusals name the question", () => {
  const refusals: readonly (readonly [Answers, number, code: string, question: string | undefined])[] = [
    [{}, 2021, "answer-missing", "what"],
    [{ what: "raffle" }, 2021, "answer-unknown", "what"],
    [{ what: "advocacy" }, 2021, "answer-missing", "whose-cost"],
    [{ what: "advocacy", "whose-cost": "maybe" }, 2021, "answer-unknown", "whose-cost"],
    [{ what: "advocacy", "whose-cost": "yes", "aimed-share": 10_001 }, 2021, "answer-unknown", "aimed-share"],
    [{ what: "advocacy", "whose-cost": "yes", "aimed-share": 33.3 }, 2021, "answer-unknown", "aimed-share"],
    [{ what: "advocacy", "whose-cost": "yes", "aimed-share": "half" }, 2021, "answer-unknown", "aimed-share"],
    [{ what: "loan" }, 2007, "no-rules", undefined],
  ];
  test.each(refusals)("%j in %i: %s", (answers, taxYear, code, question) => {
    const refused = eligibility(answers, taxYear);
    expect(refused).toMatchObject({ code });
    expect(isRefusal(refused) ? Object.keys(refused.fields ?? {})[0] : "").toBe(question);
  });
});

test("rules hold from their tax year until the next, and the tax year is that in which the fiscal year begins", () => {
  expect([2007, 2008, 2010, 2011, 2014, 2015, 2024].map((year) => rulesOfTaxYear(year)?.version)).toEqual([
    undefined,
    "irs-schedule-h-2008",
    "irs-schedule-h-2008",
    "irs-schedule-h-2011",
    "irs-schedule-h-2011",
    "irs-schedule-h-2015",
    "irs-schedule-h-2015",
  ]);
  expect(taxYearOf({ fiscalYear: 2022, endMonth: 6 })).toBe(2021);
});

test("what was not read in a text is marked, in the rules and in the categories", () => {
  expect(rulesOfTaxYear(2021)?.sources.restrictedGrants.unverified).toBe(true);
  expect(rulesOfTaxYear(2021)?.sources.belowZero.unverified).toBeUndefined();
  expect(chaCategories.find(({ code }) => code === "A2")?.isNameVerified).toBe(false);
  expect(chaCategories.find(({ code }) => code === "F8")?.isNameVerified).toBe(true);
});

test("every question of a path is one that there is", () => {
  const names = Object.values(paths).flatMap((path): readonly QuestionName[] => ("asks" in path ? path.asks : []));
  for (const name of names) expect(questions).toHaveProperty(name);
});
