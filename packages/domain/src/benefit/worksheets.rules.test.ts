import { describe, expect, test } from "vitest";
import type { Decision } from "../ledger/ledger-cell.ts";
import { accounts, cell, decided, paidTime, program, year } from "./testing.ts";

/** The values of a worksheet's lines, by number. */
const lines = ({ irs }: ReturnType<typeof year>, number: number) =>
  Object.fromEntries(irs.worksheets.find((one) => one.number === number)!.lines.map((one) => [one.number, one.values]));

const as = (activityId: string, category: Decision["category"]): Decision => ({
  activityId,
  outcome: "counts",
  shareBasisPoints: 10_000,
  category,
  indirectBasis: "hospital",
  reason: "as answered",
});

describe("Worksheets 1 and 2", () => {
  const said = accounts({
    "operating-expense": 1_000_000,
    "non-patient-care-cost": 100_000,
    "provider-taxes": 50_000,
    "gross-charges": 2_100_000,
    "benefit-charges": 100_000,
    "medicaid-cost": 40_000,
    "charity-charges": 300_000,
    "charity-provider-taxes": 6000,
    "charity-pool-revenue": 1000,
  });
  const both = year({
    cells: [
      paidTime({ activityId: "class", amountCents: 6000 }),
      cell({ kind: "cash", activityId: "homes", amountCents: 4000 }),
      cell({ kind: "foregone-charges", activityId: "class", amountCents: 10_000 }),
    ],
    decisions: [
      { ...as("class", "A1"), indirectBasis: null },
      { ...as("homes", "F1"), indirectBasis: null },
    ],
    years: [said],
  });

  test("the ratio leaves out what is not patient care, taxes, community benefit by other methods, and building", () => {
    expect(lines(both, 2)).toMatchObject({
      "1": [1_000_000],
      "2": [100_000],
      "3": [50_000],
      "4": [46_000],
      "5": [4000],
      "6": [200_000],
      "7": [800_000],
      "8": [2_100_000],
      "9": [100_000],
      "10": [2_000_000],
      "11": [{ numerator: 800_000, denominator: 2_000_000 }],
    });
  });

  test("financial assistance is charges at the ratio, with taxes, less pool payments", () => {
    expect(lines(both, 1)).toEqual({
      "1": [300_000],
      "2": [{ numerator: 800_000, denominator: 2_000_000 }],
      "3": [120_000],
      "4": [6000],
      "5": [126_000],
      "6": [1000],
      "7": [125_000],
    });
    expect(both.irs.partOne["7a"]).toMatchObject({ expense: 126_000, offset: 1000, net: 125_000 });
  });

  test("a cost by accounting goes before charges, hospital by hospital", () => {
    const mixed = year({
      years: [
        said,
        accounts(
          { "charity-cost": 777, "charity-charges": 9_999_999, "operating-expense": 777, "gross-charges": 0 },
          "oak-park",
        ),
      ],
    });
    expect(lines(mixed, 1)).toMatchObject({ "1": [300_000], "3": [Math.round((300_000 * 810_000) / 2_000_000) + 777] });
  });

  test("without charges there is no ratio, and what needs it is blank and named", () => {
    const blank = year({ years: [accounts({ "operating-expense": 100, "charity-charges": 50 })] });
    expect(blank.irs.ratio).toBeNull();
    expect(blank.irs.partOne["7a"].expense).toBeNull();
    expect(blank.irs.missing.map(({ amount }) => amount)).toEqual([
      "total-expense",
      "gross-charges",
      "medicaid-charges",
    ]);
  });

  test("costs that are more than was spent make no ratio", () => {
    const odd = accounts({ "operating-expense": 100, "non-patient-care-cost": 200, "gross-charges": 50 });
    expect(year({ years: [odd] }).irs.ratio).toBeNull();
  });
});

test("Worksheet 3 has Medicaid and the other programs side by side", () => {
  const both = year({
    years: [
      accounts({
        "operating-expense": 500,
        "gross-charges": 1000,
        "medicaid-charges": 601,
        "medicaid-revenue": 100,
        "medicaid-provider-taxes": 9,
        "means-tested-cost": 40,
        "means-tested-other-revenue": 50,
      }),
    ],
  });
  const ratio = { numerator: 460, denominator: 1000 }; // the other programs' cost is not by the ratio
  expect(lines(both, 3)).toEqual({
    "1": [601, null],
    "2": [ratio, ratio],
    "3": [276, 40],
    "4": [9, null],
    "5": [285, 40],
    "6": [100, null],
    "7": [null, null],
    "8": [null, 50],
    "9": [100, 50],
    "10": [185, -10],
  });
  expect(both.irs.partOne["7c"]).toMatchObject({ net: -10, reportedNet: 0 });
});

test("Worksheet 4 names ten services, of more than ten the largest nine, and holds the rest together", () => {
  const names = Array.from({ length: 12 }, (_, at) => `s${String(at + 1).padStart(2, "0")}`);
  const both = year({
    cells: [
      ...names.map((activityId, at) => cell({ kind: "cash", activityId, amountCents: (at + 1) * 100 })),
      cell({ kind: "cash", activityId: "s12", facilityId: "oak-park", amountCents: 50 }),
      cell({ kind: "cash", activityId: "needs", amountCents: 7 }),
    ],
    decisions: [
      ...names.map((name) => ({ ...as(name, "A2"), indirectBasis: null })),
      { ...as("needs", "G2"), indirectBasis: null },
    ],
  });
  const four = lines(both, 4);
  expect([four["1a"], four["1i"], four["1j"]]).toEqual([
    [400, 0, 400],
    [1250, 0, 1250],
    [600, 0, 600],
  ]);
  expect([four["2"], four["3a"], four["4"], four["5"]]).toEqual([
    [7850, 0, 7850],
    [7, 0, 7],
    [7, 0, 7],
    [7857, 0, 7857],
  ]);
});

test("Worksheets 5, 7 and 8 part education, research and contributions", () => {
  const both = year({
    cells: [
      paidTime({ activityId: "nurses", amountCents: 1000 }),
      cell({ kind: "cash", activityId: "awards", amountCents: 300 }),
      paidTime({ activityId: "study", amountCents: 2000 }),
      cell({ kind: "offset", activityId: "study", amountCents: 500, isRestricted: true }),
      cell({ kind: "cash", activityId: "grant", amountCents: 900 }),
      cell({ kind: "goods", activityId: "food", amountCents: 600 }),
    ],
    decisions: [as("nurses", "B2"), as("awards", "B4"), as("study", "D"), as("grant", "E2"), as("food", "E3")],
    indirectRates: { hospital: 4000 },
    years: [
      accounts({
        "resident-education-cost": 5000,
        "medicare-education-revenue": 2000,
        "research-cost": 100,
        "research-revenue": 40,
      }),
    ],
  });
  expect(lines(both, 5)).toMatchObject({
    "2": [5000],
    "3": [1400],
    "6": [420],
    "7": [6820],
    "8": [2000],
    "12": [2000],
    "13": [4820],
  });
  expect(lines(both, 7)).toEqual({ "1": [2100], "2": [800], "3": [2900], "4": [540], "5": [2360] });
  expect(lines(both, 8)).toEqual({ "1": [900, 0, 900], "2": [840, 0, 840], "3": [1740, 0, 1740] });
  expect(both.irs.partOne["7j"]).toMatchObject({ activities: 5, expense: 6820 + 2900 + 1740, offset: 2540 });
});

test("Worksheet 6 takes bad debt, means-tested and charity patients out of subsidized services", () => {
  const both = year({
    cells: [cell({ kind: "cash", activityId: "trauma", amountCents: 70 })],
    decisions: [as("trauma", "C")],
    years: [
      accounts({
        "operating-expense": 1070,
        "gross-charges": 2000,
        "subsidized-charges": 1000,
        "subsidized-bad-debt-charges": 100,
        "subsidized-means-tested-charges": 300,
        "subsidized-charity-charges": 50,
        "subsidized-revenue": 200,
        "subsidized-means-tested-revenue": 80,
      }),
    ],
  });
  expect(lines(both, 6)).toMatchObject({
    "1": [1000, 100, 300, 50, 550],
    "3": [500, 50, 150, 25, 275],
    "4": [200, null, 80, null, 120],
    "=": [null, null, null, null, 275 - 120 + 70],
  });
  expect(both.irs.partOne["7g"]).toMatchObject({ activities: 1, expense: 345, offset: 120 });
});

test("every worksheet has its number, a name in both languages and a source, and says which lines were not read", () => {
  const { irs } = year({ decisions: [decided(program("education"))] });
  expect(irs.worksheets.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  for (const { lines: all, source, title, unverifiedLines } of irs.worksheets) {
    expect([title.en === title.es && title.en !== "Research", source.cites.length > 0]).toEqual([false, true]);
    for (const number of unverifiedLines) expect(all.map((one) => one.number)).toContain(number);
  }
});
