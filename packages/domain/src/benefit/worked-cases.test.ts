import { expect, test } from "vitest";
import type { Decision } from "../ledger/ledger-cell.ts";
import type { Answers } from "./eligibility.rules.ts";
import type { JointVenture } from "./joint-venture.ts";
import { accounts, cell, decided, paidTime, program, year } from "./testing.ts";
import { paidVolunteerTime } from "./time.rules.ts";

const employeeTime = (rest: Answers): Answers => ({
  what: "employee-time",
  assigned: "yes",
  "paid-time": "yes",
  need: "assessment",
  objective: "access",
  ...rest,
});

/** The causes by which the totals differ, with the cents of each. */
const causes = (of: ReturnType<typeof year>) => of.between.steps.map(({ cause, difference }) => [cause, difference]);

test("an employee's evening off the clock is told in hours, and is no money for the IRS", () => {
  const cells = [cell({ kind: "unpaid-time", giver: "staff", minutes: 180 })];
  const decision = decided(employeeTime({ "paid-time": "no" }));
  expect(decision).toMatchObject({ outcome: "narrative-only", category: null });
  const { irs, illinois, between } = year({ cells, decisions: [decision] });
  expect(irs.partOne["7k"].net).toBeNull();
  expect(irs.told).toEqual([
    { facilityId: "main", activityId: "activity", giver: "staff", why: "unpaid", entries: 1, minutes: 180 },
  ]);
  expect(irs.toldActivities).toEqual(["activity"]);
  // Illinois asks for employees' volunteering, and has no value of an hour unless the hospital states one.
  expect(illinois.volunteers.employees).toEqual({ entries: 1, minutes: 180, valuedMinutes: 0, value: null });
  expect([illinois.total, between.difference]).toEqual([0, 0]);
  const valued = year({ cells, decisions: [decision], years: [accounts({ "volunteer-hour-value": 3000 })] });
  expect(valued.illinois.lines["employee-volunteers"]).toBe(9000);
  expect(causes(valued)).toEqual([["volunteer-value", 9000]]);
});

test("an evening off the clock that was posted as paid time is no cost either", () => {
  const cells = [paidTime({ onPaidTime: false, minutes: 180, amountCents: 12_000 })];
  const { irs } = year({ cells, decisions: [decided(program("education"))] });
  expect(irs.partOne["7e"].expense).toBeNull();
  expect(irs.told).toMatchObject([{ why: "off-the-clock", minutes: 180 }]);
});

test("eight paid hours with a documented need are a contribution in kind, at what they cost", () => {
  const decision = decided(employeeTime({}));
  expect(decision).toMatchObject({ outcome: "counts", category: "E3" });
  const { irs, illinois, between } = year({
    cells: [paidTime({ minutes: 480, amountCents: 40_000 })],
    decisions: [decision],
  });
  expect(irs.partOne["7i"]).toMatchObject({ activities: 1, people: null, expense: 40_000, offset: 0, net: 40_000 });
  expect(illinois.lines["employee-volunteers"]).toBe(40_000);
  expect(between.difference).toBe(0);
});

test("eight paid hours without a documented need do not count", () => {
  const decision = decided(employeeTime({ need: "none" }));
  expect(decision).toMatchObject({ outcome: "does-not-count", shareBasisPoints: 0, category: null });
  const { irs } = year({ cells: [paidTime({ minutes: 480, amountCents: 40_000 })], decisions: [decision] });
  expect(irs.partOne["7k"].expense).toBeNull();
  expect(irs.leftOut).toEqual([
    {
      facilityId: "main",
      activityId: "activity",
      kind: "paid-time",
      why: "does-not-count",
      entries: 1,
      amountCents: 40_000,
    },
  ]);
  expect(paidVolunteerTime([{ minutes: 480, hasDocumentedNeed: false }])).toEqual({
    countedMinutes: 0,
    withoutNeedMinutes: 480,
    beyondPolicyMinutes: 0,
  });
});

test("student hours are told, and the faculty supervisor on paid time is a cost of the same clinic", () => {
  const clinic = program("clinical");
  const cells = [
    cell({ kind: "unpaid-time", giver: "student", minutes: 6000 }),
    // Posted as paid time by mistake: a student's time is no money all the same.
    paidTime({ giver: "student", minutes: 60, amountCents: 900 }),
    paidTime({ giver: "faculty", minutes: 600, amountCents: 90_000 }),
    cell({ kind: "people", people: 120, encounters: 300 }),
  ];
  const { irs, illinois } = year({ cells, decisions: [decided(clinic)] });
  expect(irs.partOne["7e"]).toMatchObject({ activities: 1, people: 120, expense: 90_000 });
  expect(irs.told).toMatchObject([{ giver: "student", why: "volunteer", entries: 2, minutes: 6060 }]);
  expect(illinois.volunteers.others.minutes).toBe(6060);
  expect(illinois.lines.subsidized).toBe(90_000);
});

test("a loan to a community lender is the anchor mission's, even within an activity that counts", () => {
  expect(decided({ what: "loan" })).toMatchObject({ outcome: "does-not-count", category: null });
  const cells = [cell({ kind: "loan", amountCents: 100_000_000 }), paidTime({ amountCents: 5000 })];
  const { irs, illinois } = year({ cells, decisions: [decided(program("social"))] });
  expect([irs.partOne["7k"].expense, illinois.total]).toEqual([5000, 5000]);
  expect(irs.leftOut).toMatchObject([{ kind: "loan", why: "anchor", amountCents: 100_000_000 }]);
  expect(irs.doubleCounts).toMatchObject([
    { kind: "anchor", about: "activity", leftOutOf: "benefit", amountCents: 100_000_000 },
  ]);
});

const grant = (rest: Answers = {}): Answers => ({
  what: "grant",
  "restricted-use": "yes",
  "related-grant": "no",
  "community-group": "yes",
  "gift-kind": "grant",
  marketing: 0,
  ...rest,
});

test("an unrestricted grant does not count; a restricted one does", () => {
  expect(decided(grant({ "restricted-use": "no" }))).toMatchObject({ outcome: "does-not-count" });
  const decision = decided(grant());
  expect(decision).toMatchObject({ outcome: "counts", category: "E2" });
  const cells = [
    cell({ kind: "cash", amountCents: 250_000, isRestricted: true }),
    cell({ kind: "cash", amountCents: 100_000, isRestricted: false }),
  ];
  const { irs, illinois } = year({
    cells,
    decisions: [{ ...decision, indirectBasis: "community" }],
    indirectRates: { community: 1200 },
  });
  // Money handed on carries no indirect cost.
  expect([irs.partOne["7i"].expense, illinois.lines.donations]).toEqual([250_000, 250_000]);
  expect(irs.leftOut).toMatchObject([{ why: "unrestricted-grant", amountCents: 100_000 }]);
});

test("a grant paid from a related organization's restricted grant is that organization's to report", () => {
  expect(decided(grant({ "related-grant": "yes" }))).toMatchObject({ outcome: "does-not-count" });
  // Decided before anybody knew: the guard catches it, and says what it left out.
  const decision: Decision = { ...decided(grant()), answers: grant({ "related-grant": "yes" }) };
  const { irs } = year({ cells: [cell({ kind: "cash", amountCents: 250_000 })], decisions: [decision] });
  expect(irs.partOne["7k"].expense).toBeNull();
  expect(irs.doubleCounts).toMatchObject([{ kind: "related-grant", leftOutOf: "part-one", amountCents: 250_000 }]);
});

const fundedWholly = () => ({
  cells: [
    paidTime({ amountCents: 70_000 }),
    cell({ kind: "cash", amountCents: 30_000 }),
    cell({ kind: "offset", amountCents: 100_000, isRestricted: true }),
  ],
  answers: program("support", { "grant-funding": "all" }),
});

test("a program that a grant pays for wholly shows its cost and the grant, nets to nothing, and is told in Part VI", () => {
  const { cells, answers } = fundedWholly();
  const { irs, illinois, between } = year({ cells, decisions: [decided(answers)] });
  expect(irs.partOne["7e"]).toMatchObject({ expense: 100_000, offset: 100_000, net: 0, reportedNet: 0 });
  expect(irs.toldActivities).toEqual(["activity"]);
  expect([illinois.total, between.difference]).toEqual([0, 0]);
});

test("before tax year 2011 the IRS did not take a restricted grant off, and the difference to Illinois is said", () => {
  const { cells, answers } = fundedWholly();
  const before = year({ cells, decisions: [decided(answers, {}, 2010)], taxYear: 2010 });
  expect(before.irs.partOne["7e"]).toMatchObject({ expense: 100_000, offset: 0, net: 100_000 });
  expect(causes(before)).toEqual([["restricted-grants", -100_000]]);
});

test("a scholarship with a work-back obligation does not count, and without one it is education", () => {
  const scholarship = (workBack: string) => decided({ what: "scholarship", "own-staff": "no", "work-back": workBack });
  expect(scholarship("yes")).toMatchObject({ outcome: "does-not-count", category: null });
  expect(scholarship("no")).toMatchObject({ outcome: "counts", category: "B4" });
  const { irs, illinois } = year({
    cells: [cell({ kind: "cash", amountCents: 500_000 })],
    decisions: [scholarship("no")],
  });
  expect([irs.partOne["7f"].expense, illinois.lines.education]).toEqual([500_000, 500_000]);
});

test("of a health fair that is forty percent marketing sixty percent of every cost and fee count", () => {
  const decision = decided(program("education", { marketing: 4000 }));
  expect(decision).toMatchObject({ outcome: "counts-partly", shareBasisPoints: 6000, category: "A1" });
  const { irs, illinois, between } = year({
    cells: [
      paidTime({ amountCents: 100_001 }),
      cell({ kind: "goods", amountCents: 50_000 }),
      cell({ kind: "space", amountCents: 20_000 }),
      cell({ kind: "offset", amountCents: 10_000 }),
    ],
    decisions: [{ ...decision, indirectBasis: "community" }],
    indirectRates: { community: 1000 },
  });
  // 60,000.6 + 30,000 + 12,000, and 10% of 90,000.6 of time and goods: space carries no indirect cost.
  expect(irs.partOne["7e"]).toMatchObject({ expense: 60_001 + 30_000 + 12_000 + 9000, offset: 6000 });
  expect(illinois.lines.education).toBe(105_001);
  expect(between.difference).toBe(0);
});

test("a health fair that is sixty percent marketing does not count at all, nor does one that is half", () => {
  for (const marketing of [6000, 5000])
    expect(decided(program("education", { marketing }))).toMatchObject({
      outcome: "does-not-count",
      shareBasisPoints: 0,
    });
  expect(decided(program("education", { marketing: 4999 }))).toMatchObject({ shareBasisPoints: 5001 });
});

test("donated space counts at its indirect cost when a tax-exempt group uses it", () => {
  expect(decided({ what: "space", "community-group": "no" })).toMatchObject({ outcome: "does-not-count" });
  const decision = decided({ what: "space", "community-group": "yes" });
  const { irs, illinois } = year({
    cells: [cell({ kind: "space", amountCents: 45_000 })],
    decisions: [{ ...decision, indirectBasis: "hospital" }],
    indirectRates: { hospital: 4000 },
  });
  expect([irs.partOne["7i"].expense, illinois.lines.donations]).toEqual([45_000, 45_000]);
});

const venture: JointVenture = {
  name: "Surgery Center",
  shareBasisPoints: 3200,
  totalExpenseCents: 1_000_000_00,
  badDebtCents: 50_000_00,
  isInTotalExpense: false,
  benefits: [{ line: "7g", expenseCents: 10_001, offsetCents: 5000, grantActivityId: null }],
};

test("of a joint venture the organization's share counts, in its lines and in what the percentage divides by", () => {
  const { irs, illinois, between } = year({
    years: [accounts({ "total-expense": 10_000_000_00, "bad-debt-in-total-expense": 300_000_00 })],
    jointVentures: [venture],
  });
  expect(irs.partOne["7g"]).toMatchObject({ activities: null, expense: 3200, offset: 1600, net: 1600 });
  expect(irs.denominator).toEqual({
    totalExpense: 1_000_000_000,
    ventures: 32_000_000,
    badDebt: 31_600_000,
    cents: 1_000_400_000,
  });
  // Illinois asks hospitals, not ventures.
  expect(illinois.total).toBe(0);
  expect(between.steps).toMatchObject([{ cause: "joint-ventures", irs: 1600, illinois: 0, difference: -1600 }]);
  const already = year({
    years: [accounts({ "total-expense": 5 })],
    jointVentures: [{ ...venture, isInTotalExpense: true }],
  });
  expect(already.irs.denominator?.ventures).toBe(0);
});

test("a grant to the organization's own joint venture counts once, as the grant", () => {
  const own: JointVenture = {
    ...venture,
    benefits: [...venture.benefits, { line: "7e", expenseCents: 80_000, offsetCents: 0, grantActivityId: "activity" }],
  };
  const cells = [cell({ kind: "cash", amountCents: 80_000 })];
  const { irs } = year({ cells, decisions: [decided(grant())], jointVentures: [own] });
  expect([irs.partOne["7i"].expense, irs.partOne["7e"].expense, irs.partOne["7g"].expense]).toEqual([
    80_000,
    null,
    3200,
  ]);
  expect(irs.doubleCounts).toMatchObject([
    { kind: "own-venture", about: "Surgery Center", leftOutOf: "joint-ventures" },
  ]);
  // Where the grant does not count, the venture's share does.
  const refused = year({ cells, decisions: [decided(grant({ "restricted-use": "no" }))], jointVentures: [own] });
  expect([refused.irs.partOne["7i"].expense, refused.irs.partOne["7e"].expense]).toEqual([null, 25_600]);
});

test("bad debt is in Part III and never in line 7; Illinois counts it", () => {
  expect(decided({ what: "bad-debt" })).toMatchObject({ outcome: "does-not-count" });
  const both = year({ years: [accounts({ "bad-debt": 1_007_769_900, "bad-debt-of-the-eligible": 100 })] });
  expect(both.irs.partThree).toMatchObject({ badDebt: 1_007_769_900, badDebtOfTheEligible: 100 });
  expect(both.irs.partOne["7k"].expense).toBeNull();
  expect(both.illinois.lines["bad-debt"]).toBe(1_007_769_900);
  expect(causes(both)).toEqual([["bad-debt", 1_007_769_900]]);
});

test("a Medicare shortfall is in Part III and never in line 7; Illinois counts it, and a surplus lowers its total", () => {
  expect(decided({ what: "medicare-shortfall" })).toMatchObject({ outcome: "does-not-count" });
  const both = year({ years: [accounts({ "medicare-revenue": 41_872_764_700, "medicare-cost": 44_664_775_700 })] });
  expect(both.irs.partThree.medicareSurplus).toBe(-2_792_011_000);
  expect(both.irs.partOne["7k"].expense).toBeNull();
  expect(both.illinois.lines["government-sponsored"]).toBe(2_792_011_000);
  expect(causes(both)).toEqual([["medicare", 2_792_011_000]]);
  const surplus = year({ years: [accounts({ "medicare-revenue": 500, "medicare-cost": 400 })] });
  expect(surplus.illinois.total).toBe(-100);
});

test("language assistance has no line with the IRS; Illinois counts it, from entries and from the accounts", () => {
  const decision = decided({ what: "language-assistance" });
  expect(decision).toMatchObject({ outcome: "does-not-count" });
  const both = year({
    cells: [paidTime({ amountCents: 30_000 }), cell({ kind: "offset", amountCents: 5000 })],
    decisions: [decision],
    years: [accounts({ "language-assistance-cost": 200_000 })],
  });
  expect(both.irs.partOne["7k"].expense).toBeNull();
  expect(both.illinois.lines["language-assistance"]).toBe(225_000);
  expect(causes(both)).toEqual([["language-assistance", 225_000]]);
});

test("charity care has two costs: by Worksheet 2 for the IRS, by each hospital's Medicare ratio for Illinois", () => {
  const hospital = (facilityId: string, charges: number, millionths: number) =>
    accounts(
      {
        "charity-charges": charges,
        "medicare-report-ratio": millionths,
        "operating-expense": 50_000,
        "gross-charges": 200_000,
        "charity-provider-taxes": 700,
        "charity-pool-revenue": 400,
      },
      facilityId,
    );
  const both = year({ years: [hospital("main", 100_000, 234_567), hospital("copley", 10_000, 300_000)] });
  expect(both.irs.ratio).toEqual({ numerator: 100_000, denominator: 400_000 });
  expect(both.irs.partOne["7a"]).toMatchObject({ expense: 27_500 + 1400, offset: 800, net: 28_100 });
  expect(both.illinois.hospitals.map(({ facilityId, charityCost }) => [facilityId, charityCost])).toEqual([
    ["main", 23_457],
    ["copley", 3000],
  ]);
  expect(both.illinois.lines["charity-care"]).toBe(26_457);
  expect(causes(both)).toEqual([
    ["charity-care", 26_457 - 27_500],
    ["provider-taxes", -1400],
    ["pool-revenue", 800],
  ]);
  expect(both.between.difference).toBe(26_457 - 28_100);
});
