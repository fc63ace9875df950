import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { centsOf } from "../kernel/money.ts";
import { accountsOf } from "./accounts.rules.ts";
import { benefitTable, type LineInput } from "./schedule-h/benefit-table.rules.ts";
import { lineName, type PartOneLine, partOneLines } from "./schedule-h/lines.ts";
import { partThree } from "./schedule-h/part-three.rules.ts";
import { rulesOfTaxYear } from "./schedule-h/tax-year-rules.ts";
import { scheduleH } from "./schedule-h.rules.ts";
import { accounts, cell, decided, paidTime, program, year } from "./testing.ts";

const irs = (amount: number) => centsOf("irs", amount);

describe("a line below 0", () => {
  const table = (taxYear: number) =>
    benefitTable(
      {
        "7a": { activities: null, people: null, expense: irs(1000), offset: irs(0) },
        "7b": { activities: null, people: null, expense: irs(500), offset: irs(800) },
        "7c": null,
      },
      ["7d"],
      irs(100_000),
      rulesOfTaxYear(taxYear)!,
    );

  test("stood as it was until tax year 2014, in its total too", () => {
    expect(table(2014)["7b"]).toMatchObject({ net: -300, reportedNet: -300, percent: { shown: -0.003 } });
    expect(table(2014)["7d"]).toMatchObject({ expense: 1500, offset: 800, net: 700, reportedNet: 700 });
  });

  test("stands as 0 from tax year 2015 on, and the exact net is kept beside it", () => {
    expect(table(2015)["7b"]).toMatchObject({ net: -300, reportedNet: 0, percent: { shown: 0 } });
    expect(table(2015)["7d"]).toMatchObject({ net: 700, reportedNet: 1000, percent: { shown: 0.01 } });
  });
});

describe("column (f)", () => {
  test("is exact, and printed to four decimals of its own: no sum of rounded shares", () => {
    const line = (expense: number): LineInput => ({
      activities: null,
      people: null,
      expense: irs(expense),
      offset: irs(0),
    });
    const { "7a": one, "7d": total } = benefitTable(
      { "7a": line(144), "7b": line(144), "7c": null },
      ["7d"],
      irs(1_000_000),
      rulesOfTaxYear(2021)!,
    );
    expect(one.percent).toEqual({ exact: { numerator: 144, denominator: 1_000_000 }, shown: 0.0001 });
    expect(total.percent?.shown).toBe(0.0003);
  });

  test("is blank where nobody said total expense, or it is not above bad debt", () => {
    const said = { cells: [paidTime({ amountCents: 5 })], decisions: [decided(program("education"))] };
    expect(year(said).irs.partOne["7e"].percent).toBeNull();
    const odd = accounts({ "total-expense": 100, "bad-debt-in-total-expense": 100 });
    expect(year({ ...said, years: [odd] }).irs.partOne["7e"].percent).toBeNull();
  });
});

test("activities are counted once over all hospitals, people as often as they are reported", () => {
  const cells = [
    paidTime({ amountCents: 100 }),
    paidTime({ amountCents: 100, facilityId: "oak-park" }),
    cell({ kind: "people", people: 30, encounters: 90 }),
    cell({ kind: "people", people: 12, facilityId: "oak-park" }),
  ];
  const { irs: form } = year({ cells, decisions: [decided(program("education"))] });
  expect(form.partOne["7e"]).toMatchObject({ activities: 1, people: 42, expense: 200 });
  expect(form.partOne["7f"]).toEqual({
    activities: null,
    people: null,
    expense: null,
    offset: null,
    net: null,
    reportedNet: null,
    percent: null,
  });
});

test("a gift that could have been used otherwise takes nothing off; fees do", () => {
  const cells = [
    cell({ kind: "cash", amountCents: 1000 }),
    cell({ kind: "offset", amountCents: 300, isRestricted: false }),
    cell({ kind: "offset", amountCents: 200 }),
  ];
  const { irs: form } = year({ cells, decisions: [decided(program("education"))] });
  expect(form.partOne["7e"]).toMatchObject({ expense: 1000, offset: 200 });
  expect(form.leftOut).toMatchObject([{ kind: "offset", why: "gift-not-offset", amountCents: 300 }]);
});

test("entries without an activity, or with one that nobody decided on, are in no line and are listed", () => {
  const cells = [
    cell({ kind: "cash", activityId: null, amountCents: 10 }),
    cell({ kind: "cash", activityId: "undecided", amountCents: 20 }),
  ];
  expect(year({ cells }).irs.leftOut.map(({ why, amountCents }) => [why, amountCents])).toEqual([
    ["no-activity", 10],
    ["not-decided", 20],
  ]);
});

test("an activity that is told only has no cost in any line", () => {
  const decision = decided({ what: "volunteer-time" });
  const { irs: form } = year({ cells: [cell({ kind: "goods", amountCents: 70 })], decisions: [decision] });
  expect(form.leftOut).toMatchObject([{ why: "narrative-only", amountCents: 70 }]);
  expect(form.toldActivities).toEqual(["activity"]);
});

test("a tax year before 2008 is refused", () => {
  const input = { taxYear: 2007, cells: [], decisions: [], years: [], indirectRates: {}, jointVentures: [] };
  expect(scheduleH(input)).toMatchObject({ refused: "undefined", code: "no-rules" });
});

test("lines are called what the form of the year called them", () => {
  expect([2008, 2010, 2011, 2022].map((taxYear) => lineName("7a", taxYear).en)).toEqual([
    "Charity care at cost",
    "Charity care at cost",
    "Financial assistance at cost",
    "Financial assistance at cost",
  ]);
  expect(lineName("II-8", 2014).es).toBe("Desarrollo de la fuerza laboral");
});

describe("a real return", () => {
  const root = fileURLToPath(new URL("../../../..", import.meta.url));
  const path = resolve(
    process.env.EVENSPAN_SHARED ?? resolve(root, "../shared"),
    "data/community_benefit/irs990_schedule_h_2014_sutter_reconstructed.xml",
  );
  const xml = ((): string | null => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      console.info("Skipped: the Schedule H of tax year 2014 is not beside this repository.");
      return null;
    }
  })();

  const groups: Readonly<Record<PartOneLine | "7d" | "7j" | "7k", string>> = {
    "7a": "FinancialAssistanceAtCostTyp",
    "7b": "UnreimbursedMedicaidGrp",
    "7c": "UnreimbursedCostsGrp",
    "7d": "TotalFinancialAssistanceTyp",
    "7e": "CommunityHealthServicesGrp",
    "7f": "HealthProfessionsEducationGrp",
    "7g": "SubsidizedHealthServicesGrp",
    "7h": "ResearchGrp",
    "7i": "CashAndInKindContributionsGrp",
    "7j": "TotalOtherBenefitsGrp",
    "7k": "TotalCommunityBenefitsGrp",
  };
  const columns = {
    activities: "ActivitiesOrProgramsCnt",
    people: "PersonsServedCnt",
    expense: "TotalCommunityBenefitExpnsAmt",
    offset: "DirectOffsettingRevenueAmt",
    net: "NetCommunityBenefitExpnsAmt",
    percent: "TotalExpensePct",
  } as const;

  const numberOf = (text: string, element: string): number | null => {
    const found = new RegExp(`<${element}>([^<]*)</${element}>`).exec(text);
    return found ? Number(found[1]) : null;
  };
  const groupOf = (line: keyof typeof groups): string =>
    new RegExp(`<${groups[line]}>([\\s\\S]*?)</${groups[line]}>`).exec(xml!)?.[1] ?? "";
  const said = (line: keyof typeof groups, column: keyof typeof columns) => numberOf(groupOf(line), columns[column]);
  const dollars = (amount: number) => irs(amount * 100);

  /** Form 990, Part IX, line 25, column A, less the bad debt in it: of the same return. */
  const totalExpenseDollars = 1_765_134_533;

  test.skipIf(xml === null)(
    "comes out of its own lines: totals, net amounts, percentages and the Medicare shortfall",
    () => {
      const inputs = Object.fromEntries(
        partOneLines.map((line) => {
          const expense = said(line, "expense");
          const input = {
            activities: said(line, "activities"),
            people: said(line, "people"),
            expense: dollars(expense ?? 0),
            offset: dollars(said(line, "offset") ?? 0),
          };
          return [line, expense === null ? null : input];
        }),
      ) as Record<PartOneLine, LineInput>;
      const table = benefitTable(inputs, ["7d", "7j", "7k"], dollars(totalExpenseDollars), rulesOfTaxYear(2014)!);
      for (const line of Object.keys(groups) as (keyof typeof groups)[]) {
        const row = table[line];
        for (const column of ["expense", "net"] as const)
          expect([line, column, row[column] === null ? null : row[column] / 100]).toEqual([
            line,
            column,
            said(line, column),
          ]);
        expect([line, (row.offset ?? 0) / 100]).toEqual([line, said(line, "offset") ?? 0]);
        expect([line, row.activities, row.people]).toEqual([line, said(line, "activities"), said(line, "people")]);
        const printed = said(line, "percent");
        if (printed === null) expect(row.percent).toBeNull();
        else expect(Math.abs(row.percent!.shown - printed)).toBeLessThanOrEqual(0.0001 + 1e-12);
      }
      // The return printed the sum of two rounded shares, 0.0952 and 0.0067; ours is the rounded share of the sum.
      expect([said("7k", "percent"), table["7k"].percent?.shown]).toEqual([0.1019, 0.102]);
      expect([said("7d", "net"), said("7j", "net"), said("7k", "net")]).toEqual([168_006_971, 11_978_269, 179_985_240]);
      const medicare = partThree(
        accountsOf([
          accounts({
            "medicare-revenue": numberOf(xml!, "ReimbursedByMedicareAmt")! * 100,
            "medicare-cost": numberOf(xml!, "CostOfCareReimbursedByMedcrAmt")! * 100,
          }),
        ]),
      );
      expect(medicare.medicareSurplus! / 100).toBe(numberOf(xml!, "MedicareSurplusOrShortfallAmt"));
      expect(medicare.medicareSurplus).toBe(-2_792_011_000);
    },
  );
});
