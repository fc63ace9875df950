import { describe, expect, test } from "vitest";
import { chaCategories } from "./cha-categories.ts";
import { illinoisDueOn } from "./illinois/due-on.rules.ts";
import { illinoisLineOf, illinoisLines } from "./illinois/lines.ts";
import { illinoisReportFields } from "./illinois/report-fields.ts";
import { illinoisReport } from "./illinois.rules.ts";
import { accounts, cell, decided, paidTime, program, year } from "./testing.ts";

describe("the lines of Illinois", () => {
  test("Medicaid and Medicare are government-sponsored care, without provider taxes and with pool payments taken off", () => {
    const { illinois, irs, between } = year({
      years: [
        accounts({
          "medicaid-cost": 90_000,
          "medicaid-revenue": 60_000,
          "medicaid-provider-taxes": 7000,
          "medicaid-pool-revenue": 5000,
          "medicaid-other-revenue": 100,
          "means-tested-cost": 800,
          "medicare-cost": 1000,
          "medicare-revenue": 400,
        }),
      ],
    });
    expect(irs.partOne["7b"]).toMatchObject({ expense: 97_000, offset: 65_100, net: 31_900 });
    expect(illinois.lines["government-sponsored"]).toBe(90_000 - 60_000 - 5000 - 100 + 800 + 600);
    expect(between.steps.map(({ cause, difference }) => [cause, difference])).toEqual([
      ["provider-taxes", -7000],
      ["medicare", 600],
    ]);
    expect(between.same.map(({ cause }) => cause)).toEqual(["medicaid", "other-means-tested", "pool-revenue"]);
  });

  test("education, research and subsidized services of the accounts are net of what was paid for them", () => {
    const { illinois, between } = year({
      years: [
        accounts({
          "resident-education-cost": 5000,
          "medicare-education-revenue": 1500,
          "medicaid-education-revenue": 500,
          "research-cost": 900,
          "research-revenue": 1000,
          "government-program-cost": 77,
          "operating-expense": 100_000,
          "gross-charges": 94_100 * 2,
          "subsidized-charges": 10_000,
          "subsidized-bad-debt-charges": 1000,
          "subsidized-means-tested-charges": 2000,
          "subsidized-charity-charges": 500,
          "subsidized-revenue": 2000,
          "subsidized-means-tested-revenue": 400,
        }),
      ],
    });
    expect(illinois.lines).toMatchObject({
      education: 3000,
      research: -100,
      "government-programs": 77,
      subsidized: 3250 - 1600,
      "charity-care": null,
    });
    // A research line below 0 stands as 0 with the IRS, since tax year 2015.
    expect(between.steps.map(({ cause, difference }) => [cause, difference])).toEqual([
      ["government-programs", 77],
      ["below-zero", -100],
    ]);
  });

  test("community building is in Part II for the IRS, and among other benefits in Illinois", () => {
    const building = {
      what: "building",
      "whose-cost": "yes",
      "own-people": "no",
      required: "no",
      "normal-cost": "no",
      "building-kind": "workforce",
      "promotes-health": "yes",
      "part-one-test": "no",
      marketing: 0,
      "grant-funding": "none",
    };
    const { irs, illinois, between } = year({
      cells: [cell({ kind: "cash", amountCents: 8000 }), cell({ kind: "offset", amountCents: 500 })],
      decisions: [decided(building)],
    });
    expect(irs.partTwo["II-8"]).toMatchObject({ expense: 8000, net: 7500 });
    expect(irs.partTwo["II-10"].net).toBe(7500);
    expect(irs.partOne["7k"].expense).toBeNull();
    expect(illinois.lines.other).toBe(7500);
    expect(between.steps).toMatchObject([{ cause: "community-building", difference: 7500 }]);
  });

  test("care without charge is costed by Worksheet 2 for the IRS, by the Medicare ratio for Illinois", () => {
    const both = year({
      cells: [cell({ kind: "foregone-charges", amountCents: 100_000 })],
      decisions: [decided(program("clinical"))],
      years: [accounts({ "operating-expense": 40_000, "gross-charges": 100_000, "medicare-report-ratio": 350_000 })],
    });
    // Taking the care's cost off patient care and its charges off charges would leave the ratio as it is: 40%.
    expect(both.irs.ratio).toEqual({ numerator: 40_000, denominator: 100_000 });
    expect([both.irs.partOne["7e"].expense, both.illinois.lines.subsidized]).toEqual([40_000, 35_000]);
    expect(both.between.steps).toMatchObject([{ cause: "care-without-charge", difference: -5000 }]);
    const unknown = year({
      cells: [cell({ kind: "foregone-charges", amountCents: 100_000 })],
      decisions: [decided(program("clinical"))],
    });
    expect(unknown.irs.leftOut).toMatchObject([{ why: "no-ratio", amountCents: 100_000 }]);
  });

  test("what a hospital published of its form adds to the total it published", () => {
    // Sherman Hospital, fiscal year 2012 as reported to Illinois (shermanhealth.com/community_benefits_the_numbers.php).
    const published = {
      "charity-care": 2_632_345,
      "language-assistance": 535_007,
      "government-sponsored": 47_834_279,
      "employee-volunteers": 28_504,
      "other-volunteers": 421_311,
      education: 409_406,
      research: 307_982,
      subsidized: 562_128,
      "bad-debt": 25_710_083,
      other: 7_362_564,
    } as const;
    const cents = (dollars: number) => dollars * 100;
    const { illinois } = year({
      cells: [
        cell({ kind: "unpaid-time", giver: "community", minutes: 60 }),
        paidTime({ activityId: "drive", amountCents: cents(28_504) }),
        paidTime({ activityId: "plan", amountCents: cents(7_362_564) }),
        paidTime({ activityId: "class", amountCents: cents(409_406) }),
        paidTime({ activityId: "shots", amountCents: cents(562_128) }),
      ],
      decisions: [
        { ...decided({ what: "space", "community-group": "yes" }), activityId: "drive" },
        { ...decided({ what: "operations", "whose-cost": "yes", "operations-kind": "staff" }), activityId: "plan" },
        { ...decided(program("education")), activityId: "class" },
        { ...decided(program("clinical")), activityId: "shots" },
      ],
      years: [
        accounts({
          "charity-charges": cents(2_632_345 * 4),
          "medicare-report-ratio": 250_000,
          "language-assistance-cost": cents(535_007),
          "medicare-cost": cents(47_834_279),
          "medicare-revenue": 0,
          "volunteer-hour-value": cents(421_311),
          "research-cost": cents(307_982),
          "bad-debt": cents(25_710_083),
        }),
      ],
    });
    for (const [line, dollars] of Object.entries(published))
      expect([line, illinois.lines[line as keyof typeof published]]).toEqual([line, cents(dollars)]);
    expect(illinois.lines.donations).toBeNull();
    expect(illinois.total).toBe(cents(85_803_609));
  });
});

describe("volunteers", () => {
  test("are valued hospital by hospital, and hours of which nobody said whether they were paid are left out", () => {
    const { illinois } = year({
      cells: [
        cell({ kind: "unpaid-time", giver: "community", minutes: 90 }),
        cell({ kind: "unpaid-time", giver: "board", minutes: 30, facilityId: "oak-park" }),
        cell({ kind: "unpaid-time", giver: null, minutes: 500 }),
        paidTime({ isAssigned: null, minutes: 400, amountCents: 1 }),
      ],
      years: [accounts({ "volunteer-hour-value": 3183 }), accounts({}, "oak-park")],
    });
    expect(illinois.volunteers.others).toEqual({ entries: 2, minutes: 120, valuedMinutes: 90, value: 4775 });
    expect(illinois.volunteers.employees.minutes).toBe(0);
  });
});

describe("what the accounts did not say", () => {
  test("is named, hospital by hospital, and its line is blank", () => {
    const { illinois } = year({ years: [accounts({ "charity-charges": 500 })] });
    expect(illinois.lines["charity-care"]).toBeNull();
    expect(illinois.missing.map(({ amount }) => amount)).toEqual([
      "medicare-report-ratio",
      "charity-emergency-charges",
      "net-patient-revenue",
    ]);
    expect(illinois.hospitals).toMatchObject([{ facilityId: "main", charityCharges: 500, charityCost: null }]);
  });

  test("the emergency department's part of charity care is costed by the same ratio", () => {
    const { illinois } = year({
      years: [
        accounts({ "charity-charges": 1000, "charity-emergency-charges": 333, "medicare-report-ratio": 500_000 }),
      ],
    });
    expect(illinois.hospitals[0]).toMatchObject({ charityCost: 500, emergencyCharityCost: 167 });
  });
});

test("a tax year without rules is refused", () => {
  const input = { taxYear: 2000, cells: [], decisions: [], years: [], indirectRates: {}, jointVentures: [] };
  expect(illinoisReport(input, null)).toMatchObject({ code: "no-rules" });
});

test("the report is due on the last day of the sixth month after the fiscal year", () => {
  expect([6, 12, 9, 8, 2].map((endMonth) => illinoisDueOn({ fiscalYear: 2022, endMonth }))).toEqual([
    "2022-12-31",
    "2023-06-30",
    "2023-03-31",
    "2023-02-28",
    "2022-08-31",
  ]);
});

test("every category has a line, and every field of the report a source and words in both languages", () => {
  for (const { code } of chaCategories) expect(illinoisLines).toHaveProperty(illinoisLineOf[code].line);
  expect(illinoisReportFields.filter(({ perHospital }) => perHospital).map(({ name }) => name)).toEqual([
    "charity-care",
    "applications",
    "emergency-charity",
    "net-patient-revenue",
    "tables",
  ]);
  for (const { words, source } of illinoisReportFields) {
    expect(words.en === words.es).toBe(false);
    expect(source.cites).not.toBe("");
  }
});
