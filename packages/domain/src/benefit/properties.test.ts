import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cents, centsOf, sumCents } from "../kernel/money.ts";
import { facilityAmounts } from "../ledger/facility-amounts.ts";
import { type Decision, entryKinds, type FacilityAmount, givers, type LedgerCell } from "../ledger/ledger-cell.ts";
import { chaCategories, lineOfCategory } from "./cha-categories.ts";
import type { JointVenture } from "./joint-venture.ts";
import { type BenefitLine, linesOfTotal, type PartOneLine, partOneLines, partTwoLines } from "./schedule-h/lines.ts";
import { rulesOfTaxYear } from "./schedule-h/tax-year-rules.ts";
import { wholeDollars } from "./schedule-h/whole-dollars.rules.ts";
import type { BenefitInput } from "./schedule-h.rules.ts";
import { accounts, cell, reversed, year } from "./testing.ts";

const facilities = ["main", "oak-park", "copley"];
const activityIds = ["a", "b", "c", "d", "e", "f"];
const cents = fc.integer({ min: -1_000_000, max: 1_000_000_000 });
const yesNoUnknown = fc.constantFrom(true, false, null);

const cells: fc.Arbitrary<readonly LedgerCell[]> = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...entryKinds),
      facilityId: fc.constantFrom(...facilities),
      activityId: fc.constantFrom(...activityIds, null),
      giver: fc.constantFrom(...givers, null),
      isAssigned: yesNoUnknown,
      onPaidTime: yesNoUnknown,
      isRestricted: yesNoUnknown,
      amountCents: cents,
      minutes: fc.nat(10_000),
      people: fc.nat(500),
      encounters: fc.nat(500),
    })
    .map(cell),
  { maxLength: 40 },
);

const decisions: fc.Arbitrary<readonly Decision[]> = fc
  .tuple(
    ...activityIds.map((activityId) =>
      fc.record({
        activityId: fc.constant(activityId),
        category: fc.constantFrom(...chaCategories.map(({ code }) => code), null),
        share: fc.integer({ min: 1, max: 10_000 }),
        indirectBasis: fc.constantFrom("hospital" as const, "research" as const, "community" as const, null),
        what: fc.constantFrom("program", "language-assistance"),
      }),
    ),
  )
  .map((all) =>
    all.map(
      ({ activityId, category, share, indirectBasis, what }): Decision => ({
        activityId,
        outcome: category === null ? "does-not-count" : share < 10_000 ? "counts-partly" : "counts",
        shareBasisPoints: category === null ? 0 : share,
        category: what === "language-assistance" ? null : category,
        indirectBasis,
        reason: "as answered",
        answers: { what },
      }),
    ),
  );

const amounts = fc.record(
  Object.fromEntries(
    Object.entries(facilityAmounts).map(([name, { unit }]) => [
      name,
      unit === "millionths"
        ? fc.integer({ min: 1, max: 900_000 })
        : fc.nat(unit === "cents" ? 1_000_000_000_00 : 10_000),
    ]),
  ) as Record<FacilityAmount, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

const ventures: fc.Arbitrary<readonly JointVenture[]> = fc.array(
  fc.record({
    name: fc.constant("Surgery Center"),
    shareBasisPoints: fc.nat(10_000),
    totalExpenseCents: fc.nat(1_000_000_000),
    badDebtCents: fc.nat(10_000_000),
    isInTotalExpense: fc.boolean(),
    benefits: fc.array(
      fc.record({
        line: fc.constantFrom(...partOneLines, ...partTwoLines),
        expenseCents: fc.nat(1_000_000),
        offsetCents: fc.nat(1_000_000),
        grantActivityId: fc.constantFrom(...activityIds, null),
      }),
      { maxLength: 4 },
    ),
  }),
  { maxLength: 2 },
);

const years: fc.Arbitrary<BenefitInput> = fc.record({
  taxYear: fc.constantFrom(2008, 2012, 2014, 2015, 2022),
  cells,
  decisions,
  years: fc.tuple(...facilities.map(() => amounts)).map((all) => all.map((one, at) => accounts(one, facilities[at]))),
  indirectRates: fc.record({ hospital: fc.nat(5000), research: fc.nat(6000), community: fc.nat(1500) }),
  jointVentures: ventures,
});

describe("whatever happened in a year", () => {
  test("the order of the entries, and how they are grouped, changes nothing", () => {
    fc.assert(
      fc.property(years, fc.nat(), (input, seed) => {
        const turned = [...input.cells.slice(seed % 7), ...input.cells.slice(0, seed % 7)].reverse();
        const halves = turned.flatMap((one) => [
          { ...one, entries: 0, amountCents: one.amountCents - 7, minutes: 0, people: 0, encounters: 0 },
          { ...one, amountCents: 7 },
        ]);
        const expected = year(input);
        expect(year({ ...input, cells: turned })).toEqual(expected);
        expect(year({ ...input, cells: halves })).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("a reversal restores every view", () => {
    fc.assert(
      fc.property(years, cells, (input, mistakes) => {
        const corrected = [...mistakes, ...input.cells, ...mistakes.map(reversed)];
        expect(year({ ...input, cells: corrected })).toEqual(year(input));
      }),
      { numRuns: 60 },
    );
  });

  test("the reconciliation closes to the cent, and its sides are the totals of the two reports", () => {
    fc.assert(
      fc.property(years, (input) => {
        const { irs, illinois, between } = year(input);
        expect(between.irs).toBe(irs.partOne["7k"].reportedNet ?? 0);
        expect(between.illinois).toBe(illinois.total);
        const explained = between.steps.reduce((sum, { difference }) => sum + difference, 0);
        expect(explained).toBe(between.difference);
        expect(between.difference).toBe(between.illinois - between.irs);
        for (const step of between.steps) expect(step.difference).toBe(step.illinois - step.irs);
      }),
      { numRuns: 150 },
    );
  });

  test("the lines of each table add to its totals, column by column, and Illinois' lines to its total", () => {
    fc.assert(
      fc.property(years, (input) => {
        const { irs, illinois } = year(input);
        const rows = { ...irs.partOne, ...irs.partTwo };
        for (const [total, lines] of Object.entries(linesOfTotal))
          for (const column of ["activities", "people", "expense", "offset", "net", "reportedNet"] as const) {
            const said = (lines as readonly BenefitLine[]).flatMap((line) => rows[line][column] ?? []);
            const sum = said.length === 0 ? null : said.reduce<number>((all, one) => all + one, 0);
            expect(rows[total as keyof typeof linesOfTotal][column]).toBe(sum);
          }
        for (const row of Object.values(rows)) {
          if (row.expense === null) continue;
          expect(row.net).toBe(row.expense - row.offset!);
          if (input.taxYear < 2015) expect(row.reportedNet).toBe(row.net);
          else expect(row.reportedNet).toBeGreaterThanOrEqual(Math.max(row.net!, 0));
        }
        const sumOfLines = Object.values(illinois.lines).reduce<number>((sum, line) => sum + (line ?? 0), 0);
        expect(sumOfLines).toBe(illinois.total);
      }),
      { numRuns: 60 },
    );
  });

  test("no cent is lost between activities, worksheets and lines, nor between hospitals and the whole", () => {
    fc.assert(
      fc.property(years, (input) => {
        const all = { ...input, years: [], jointVentures: [] };
        const { irs } = year(all);
        const rows = { ...irs.partOne, ...irs.partTwo };
        const each = facilities.map((facilityId) =>
          year({ ...all, cells: input.cells.filter((one) => one.facilityId === facilityId) }),
        );
        for (const line of [...partOneLines, ...partTwoLines]) {
          const own = irs.counted.filter(({ category }) => lineOfCategory(category) === line);
          const cost = own.flatMap((it) => [it.time, it.cash, it.goods, it.space, it.care, it.indirect]);
          expect(rows[line].expense ?? 0).toBe(sumCents("irs", cost));
          const parts = each.map((one) => ({ ...one.irs.partOne, ...one.irs.partTwo })[line].expense ?? 0);
          expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(rows[line].expense ?? 0);
        }
        const four = irs.worksheets.find(({ number }) => number === 4)!;
        const lettered = four.lines.filter(({ number }) => /[a-z]/.test(number));
        const printed = lettered.reduce((sum, { values }) => sum + (values[0] as number), 0);
        expect(printed).toBe(irs.partOne["7e"].expense ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test("in whole dollars a table still adds up, and what the rounding changed is said", () => {
    fc.assert(
      fc.property(years, (input) => {
        const { irs } = year(input);
        const rules = rulesOfTaxYear(input.taxYear)!;
        const { table, roundedBy } = wholeDollars<PartOneLine, "7d" | "7j" | "7k">(
          irs.partOne,
          ["7d", "7j", "7k"],
          irs.denominator?.cents ?? null,
          rules,
        );
        for (const line of partOneLines) {
          const [dollars, exact] = [table[line].expense, irs.partOne[line].expense];
          expect(dollars === null).toBe(exact === null);
          if (dollars === null || exact === null) continue;
          expect(Math.abs(dollars % 100)).toBe(0); // of a negative number the rest is -0
          expect(Math.abs(dollars - exact)).toBeLessThanOrEqual(50);
        }
        expect((table["7k"].net ?? 0) - (irs.partOne["7k"].net ?? 0)).toBe(roundedBy["7k"]);
        expect(table["7k"].net ?? 0).toBe((table["7d"].net ?? 0) + (table["7j"].net ?? 0));
      }),
      { numRuns: 60 },
    );
  });

  test("time that is in no line is told, and no minute is both", () => {
    fc.assert(
      fc.property(years, (input) => {
        const { irs } = year(input);
        const told = irs.told.reduce((sum, { minutes }) => sum + minutes, 0);
        const counts = new Set(
          input.decisions.filter(({ category }) => category !== null).map(({ activityId }) => activityId),
        );
        const paid = input.cells.filter(
          (one) =>
            one.kind === "paid-time" &&
            one.isAssigned === true &&
            one.onPaidTime === true &&
            !["student", "board", "community"].includes(one.giver ?? "") &&
            counts.has(one.activityId ?? ""),
        );
        const all = input.cells.filter(({ kind }) => kind === "paid-time" || kind === "unpaid-time");
        const minutes = (of: readonly LedgerCell[]) => of.reduce((sum, one) => sum + one.minutes, 0);
        expect(told).toBe(minutes(all) - minutes(paid));
      }),
      { numRuns: 60 },
    );
  });
});

test("views never sum across regimes: the compiler refuses", () => {
  const { irs, illinois, between } = year({ years: [accounts({ "bad-debt": 100 })] });
  const [one, other] = [centsOf("irs", 1), illinois.total];
  // @ts-expect-error The total of Illinois is no amount of the IRS.
  expect(sumCents("irs", [one, other])).toBe(101);
  // @ts-expect-error Nor is a line of the IRS one of Illinois.
  const line: Cents<"illinois"> | null = irs.partThree.badDebt;
  expect(line).toBe(100);
  // @ts-expect-error What lies between the two belongs to neither.
  expect(sumCents("illinois", [other, between.difference])).toBe(200);
});
