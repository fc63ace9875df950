import type { PastRelease } from "@evenspan/stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "../../kernel/refusal.ts";
import { given } from "../testing.ts";
import { type AssistanceCount, type AssistanceOutcome, assistanceTable } from "./assistance-table.rules.ts";
import { type PublicAssistanceCell, publicTables, publicTablesInForce } from "./public-tables.rules.ts";

/** Counts of one outcome: all, and by the answers of a question. */
const counted = (
  outcome: AssistanceOutcome,
  all: number,
  by: Partial<Record<AssistanceCount["dimension"], Readonly<Record<string, number>>>> = {},
  facilityId = "main",
): AssistanceCount[] => [
  { facilityId, outcome, dimension: "all", answer: "", people: all },
  ...Object.entries(by).flatMap(([dimension, answers]) =>
    Object.entries(answers).map(([answer, people]) => ({
      facilityId,
      outcome,
      dimension: dimension as AssistanceCount["dimension"],
      answer,
      people,
    })),
  ),
];

const find = (cells: readonly PublicAssistanceCell[], outcome: string, dimension: string, answer = "") =>
  cells.find((one) => one.outcome === outcome && one.dimension === dimension && one.answer === answer);

const tablesOf = (counts: readonly AssistanceCount[], history: readonly PastRelease[] = []) =>
  given(publicTables(counts, history))[0]!.cells;

describe("the tables of applications for financial assistance", () => {
  test("tell what is large enough, hide 1 to 10 and so many others that no subtraction finds them", () => {
    const cells = tablesOf(counted("approved", 300, { language: { english: 200, spanish: 96, polish: 4 } }));
    expect(find(cells, "approved", "all")).toMatchObject({ state: "shown", people: 300 });
    expect(find(cells, "approved", "language", "polish")).toMatchObject({ state: "suppressed", people: null });
    // One more is hidden: 300 less the two others would tell the 4.
    expect(cells.filter(({ state }) => state === "suppressed")).toHaveLength(2);
  });

  test("say so where people did not answer, also where the file left them out", () => {
    const cells = tablesOf(counted("approved", 300, { race: { black: 150, white: 100 } }));
    expect(find(cells, "approved", "race", "not-provided")).toMatchObject({ people: 50 });
  });

  test("give submitted as complete and incomplete together, for all and for each answer", () => {
    const cells = tablesOf([
      ...counted("submitted-complete", 200, { sex: { female: 120, male: 80 } }),
      ...counted("submitted-incomplete", 60, { sex: { female: 40, male: 20 } }),
    ]);
    expect(find(cells, "submitted", "all")).toMatchObject({ people: 260 });
    expect(find(cells, "submitted", "sex", "female")).toMatchObject({ people: 160 });
  });

  test("hide what complete less approved would tell of those denied", () => {
    const by = (female: number, male: number) => ({ sex: { female, male } });
    const cells = tablesOf([
      ...counted("submitted-complete", 200, by(120, 80)),
      ...counted("approved", 150, by(75, 75)),
      ...counted("denied", 50, by(45, 5)),
    ]);
    expect(find(cells, "denied", "sex", "male")).toMatchObject({ state: "suppressed" });
    const [complete, approved] = ["submitted-complete", "approved"].map((outcome) =>
      find(cells, outcome, "sex", "male"),
    );
    expect([complete?.state, approved?.state]).toContain("suppressed");
  });

  test("tell the five most frequent reasons by name, and no other", () => {
    const reasons = { income: 90, residency: 60, papers: 40, insured: 30, late: 20, other: 15 };
    const cells = tablesOf(counted("denied", 255, { reason: reasons }));
    expect(cells.filter(({ dimension }) => dimension === "reason").map(({ answer }) => answer)).toEqual([
      "income",
      "insured",
      "late",
      "papers",
      "residency",
    ]);
    const declined = tablesOf(counted("screening-declined", 40, { reason: { privacy: 25, time: 20 } }));
    expect(declined.filter(({ dimension }) => dimension === "reason")).toHaveLength(2);
  });

  test("keep hospitals apart", () => {
    const both = given(publicTables([...counted("approved", 30, {}, "oak-park"), ...counted("approved", 40)]));
    expect(both.map(({ facilityId, cells }) => [facilityId, cells[0]?.people])).toEqual([
      ["main", 40],
      ["oak-park", 30],
    ]);
  });
});

describe("nothing is posted", () => {
  test("where an earlier posting told a small count", () => {
    const counts = counted("approved", 300, { language: { english: 200, spanish: 96, polish: 4 } });
    const before: PastRelease = {
      name: "first posting",
      tables: [assistanceTable(counts, "main").table],
      withheld: new Set(),
    };
    expect(publicTables(counts, [before])).toMatchObject({ refused: "conflict", code: "small-counts-exposed" });
  });

  test("where a count is no number of people", () => {
    expect(publicTables(counted("approved", 2.5))).toMatchObject({ code: "counts-contradict" });
  });
});

test("whatever was counted, no small number can be worked out of what is posted", () => {
  const answers = fc.record({ english: fc.nat(60), spanish: fc.nat(40), polish: fc.nat(12) });
  const people = (by: Readonly<Record<string, number>>) => Object.values(by).reduce((sum, one) => sum + one, 0);
  fc.assert(
    fc.property(
      fc.array(answers, { minLength: 3, maxLength: 3 }),
      fc.nat(9),
      ([approved, denied, incomplete], silent) => {
        const both = { ...approved! };
        for (const [answer, more] of Object.entries(denied!)) both[answer as keyof typeof both] += more;
        const counts = [
          ...counted("submitted-complete", people(both) + silent, { language: both }),
          ...counted("submitted-incomplete", people(incomplete!), { language: incomplete! }),
          ...counted("approved", people(approved!) + silent, { language: approved! }),
          ...counted("denied", people(denied!), { language: denied! }),
        ];
        const posted = publicTables(counts);
        expect(isRefusal(posted)).toBe(false);
        for (const { people: told } of given(posted)[0]!.cells)
          expect(told !== null && told >= 1 && told <= 10).toBe(false);
      },
    ),
    { numRuns: 40 },
  );
});

test("they are posted since the reports that were due from July 2022 on", () => {
  expect(publicTablesInForce.fromDay).toBe("2022-07-01");
});
