import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cell, reversed } from "../benefit/testing.ts";
import { type Cents, centsOf, sumCents } from "../kernel/money.ts";
import { entryKinds, givers, type LedgerCell } from "../ledger/ledger-cell.ts";
import { allocateToAreas } from "./allocate-places.rules.ts";
import { anchorDefinitions, definitionOf } from "./definitions.ts";
import { hires } from "./hires.rules.ts";
import { attributionMethod, downstream, investments, placeMoney } from "./investments.rules.ts";
import { certificateOn, purchases } from "./purchases.rules.ts";
import { retention } from "./retention.rules.ts";
import { employeeVolunteering, projectLabor } from "./volunteering.rules.ts";

const westSide = new Set(["zip:60612", "zip:60624", "zip:60644"]);

describe("hires", () => {
  const hired = (told: Partial<LedgerCell>) => cell({ kind: "hire", activityId: null, placeId: "zip:60612", ...told });

  test("a hire who moves away later stays a local hire: the entry keeps the home at the time of hire", () => {
    const before = [hired({ wageCentsPerHour: 2150 }), hired({ placeId: "zip:60540", wageCentsPerHour: 3000 })];
    const then = hires(before, westSide);
    expect(then).toMatchObject({ all: 2, local: 1, elsewhere: 1, unplaced: 0 });
    expect(then.localShare).toEqual({ numerator: 1, denominator: 2 });
    // The move is in the personnel file, and leaves no trace in the ledger. Whether the person stayed is another measure.
    const stayed = retention([{ hiredOn: "2022-03-01", leftOn: null, isLocal: true }], "2023-03-01");
    expect(stayed.local).toEqual({ hired: 1, stayed: 1, share: { numerator: 1, denominator: 1 } });
    expect(hires(before, westSide)).toEqual(then);
  });

  test("somebody who moves in after the hire is none", () => {
    expect(hires([hired({ placeId: "zip:60540" })], westSide).local).toBe(0);
  });

  test("a home that nobody said is among all hires, and never makes the share larger", () => {
    const { all, local, unplaced, localShare } = hires([hired({ entries: 3 }), hired({ placeId: null })], westSide);
    expect([all, local, unplaced, localShare]).toEqual([4, 3, 1, { numerator: 3, denominator: 4 }]);
  });

  test("an impact hire is another measure than a local hire, with its own share", () => {
    const both = hires(
      [hired({ isImpact: true, placeId: "zip:60540" }), hired({ isImpact: false }), hired({ isImpact: null })],
      westSide,
    );
    expect([both.local, both.impact]).toEqual([2, { hires: 1, notAsked: 1, share: { numerator: 1, denominator: 3 } }]);
  });

  test("wages fall into bands that touch and do not overlap", () => {
    const wages = [1499, 1500, 1999, 2000, 3000, 90_000];
    const { bands, withoutWage } = hires(
      [...wages.map((wageCentsPerHour) => hired({ wageCentsPerHour })), hired({})],
      westSide,
    );
    expect(bands.map(({ all }) => all)).toEqual([1, 2, 1, 0, 2]);
    expect(bands.map(({ local }) => local)).toEqual([1, 2, 1, 0, 2]);
    expect(withoutWage).toBe(1);
  });
});

describe("retention after a year", () => {
  test("looks only at hires whose anniversary has come; who leaves on it has stayed", () => {
    const { local, others } = retention(
      [
        { hiredOn: "2022-01-10", leftOn: "2023-01-09", isLocal: true },
        { hiredOn: "2022-01-10", leftOn: "2023-01-10", isLocal: true },
        { hiredOn: "2022-06-30", leftOn: null, isLocal: true },
        { hiredOn: "2022-07-01", leftOn: null, isLocal: true },
        { hiredOn: "2020-02-29", leftOn: "2021-02-28", isLocal: false },
      ],
      "2023-06-30",
    );
    expect(local).toEqual({ hired: 3, stayed: 2, share: { numerator: 2, denominator: 3 } });
    expect(others).toEqual({ hired: 1, stayed: 1, share: { numerator: 1, denominator: 1 } });
  });
});

describe("purchases", () => {
  const bought = (told: Partial<LedgerCell>) =>
    cell({
      kind: "purchase",
      activityId: null,
      tier: 1,
      isAddressable: true,
      placeId: "zip:60624",
      amountCents: 100,
      ...told,
    });

  test("a vendor both local and diverse is counted once, and each share has it", () => {
    const { firstTier } = purchases(
      [
        bought({ amountCents: 1000, certificate: "mbe" }),
        bought({ amountCents: 200 }),
        bought({ amountCents: 30, certificate: "wbe", placeId: "zip:60540" }),
        bought({ amountCents: 4, placeId: "zip:60540" }),
      ],
      westSide,
    );
    expect(firstTier.byVendor).toEqual({
      both: 1000,
      localOnly: 200,
      diverseOnly: 30,
      neither: 4,
      unplacedDiverse: 0,
      unplacedOther: 0,
    });
    expect(firstTier.localShare).toEqual({ numerator: 1200, denominator: 1234 });
    expect(firstTier.diverseShare).toEqual({ numerator: 1030, denominator: 1234 });
  });

  test("only what could be bought elsewhere is in a share, and what nobody was asked about is told", () => {
    const { firstTier } = purchases(
      [
        bought({}),
        bought({ isAddressable: false, amountCents: 900 }),
        bought({ isAddressable: null, amountCents: 50 }),
      ],
      westSide,
    );
    expect(firstTier).toMatchObject({ spend: 1050, addressable: 100, notAddressable: 900, notAsked: 50 });
  });

  test("the second tier is the vendor's own buying and is not added to the first", () => {
    const { firstTier, secondTier } = purchases([bought({}), bought({ tier: 2, amountCents: 70 })], westSide);
    expect([firstTier.spend, secondTier.spend]).toEqual([100, 70]);
  });

  test("a vendor whose operating address is unknown is neither local nor not", () => {
    const { firstTier } = purchases(
      [bought({ placeId: null, certificate: "mbe" }), bought({ placeId: null })],
      westSide,
    );
    expect(firstTier.byVendor).toMatchObject({ unplacedDiverse: 100, unplacedOther: 100, neither: 0 });
    expect(firstTier.localShare).toEqual({ numerator: 0, denominator: 200 });
  });

  test("a certificate counts on its last day and not on the next, and of two in force one is taken", () => {
    const held = [
      { kind: "wbe", fromOn: "2021-01-01", untilOn: "2022-06-30" },
      { kind: "mbe", fromOn: "2022-01-01", untilOn: "2022-12-31" },
    ];
    expect(
      ["2020-12-31", "2021-01-01", "2022-06-30", "2022-12-31", "2023-01-01"].map((day) => certificateOn(held, day)),
    ).toEqual([null, "wbe", "mbe", "mbe", null]);
  });
});

describe("investments", () => {
  const loan = (amountCents: number) => cell({ kind: "loan", activityId: null, amountCents });
  const repaid = (amountCents: number) => cell({ kind: "repayment", activityId: null, amountCents });

  test("what the hospital lent is apart from what lenders lent on, and no total has both", () => {
    const own = investments([loan(600_000), loan(400_000), repaid(250_000)]);
    expect(own).toEqual({ lent: 1_000_000, repaid: 250_000, outstanding: 750_000 });
    const [lender, other] = downstream(
      [
        { lenderId: "cdfi", amountCents: 300_000, placeId: "zip:60624" },
        { lenderId: "cdfi", amountCents: 500_000, placeId: "zip:60540" },
        { lenderId: "cdfi", amountCents: 100_000, placeId: null },
        { lenderId: "fund", amountCents: 50, placeId: "zip:60540" },
      ],
      new Map([["cdfi", 750_000]]),
      westSide,
    );
    expect(attributionMethod).toBe("local-share-of-the-whole-portfolio");
    expect(lender).toEqual({
      lenderId: "cdfi",
      portfolio: 900_000,
      local: 300_000,
      unplaced: 100_000,
      localShare: { numerator: 300_000, denominator: 900_000 },
      attributed: 250_000,
    });
    expect(other).toMatchObject({ lenderId: "fund", local: 0, attributed: 0 });
  });

  test("invested since opens to loans, grants and purchases, and none is added to another", () => {
    const cells = [
      loan(700),
      cell({ kind: "cash", activityId: "small-business-grants", amountCents: 85 }),
      cell({ kind: "cash", activityId: "health-fair", amountCents: 9 }),
      cell({ kind: "purchase", tier: 1, amountCents: 60 }),
      cell({ kind: "purchase", tier: 2, amountCents: 5 }),
    ];
    expect(placeMoney(cells, new Set(["small-business-grants"]))).toEqual({ loans: 700, grants: 85, purchases: 60 });
  });
});

describe("volunteering and labor", () => {
  test("employees' hours are paid or unpaid, and students' are not employees'", () => {
    const given = (told: Partial<LedgerCell>) =>
      cell({
        kind: "paid-time",
        giver: "staff",
        onPaidTime: true,
        isAssigned: true,
        activityId: "day",
        minutes: 480,
        ...told,
      });
    expect(
      employeeVolunteering(
        [
          given({ placeId: "zip:60612" }),
          given({ onPaidTime: false, minutes: 60 }),
          given({ kind: "unpaid-time", minutes: 180, giver: "faculty" }),
          given({ giver: "student", minutes: 999 }),
          given({ activityId: "clinic", minutes: 999 }),
        ],
        new Set(["day"]),
        westSide,
      ),
    ).toEqual({ paidMinutes: 480, unpaidMinutes: 240, localMinutes: 480, unplacedMinutes: 240, entries: 3 });
  });

  test("labor on capital projects is counted by hours", () => {
    const hours = [
      { placeId: "zip:60644", minutes: 600 },
      { placeId: "zip:60540", minutes: 300 },
      { placeId: null, minutes: 100 },
    ];
    expect(projectLabor(hours, westSide)).toEqual({
      minutes: 1000,
      localMinutes: 600,
      unplacedMinutes: 100,
      localShare: { numerator: 600, denominator: 1000 },
    });
  });
});

describe("ZIP codes carried to community areas", () => {
  const anchor = (amount: number) => centsOf("anchor", amount);

  test("a ZIP code that lies in two areas is split by the people who live in both", () => {
    const { areas, unplaced, unplacedShare } = allocateToAreas(
      [
        { placeId: "zip:60651", cents: anchor(1001) },
        { placeId: "zip:60540", cents: anchor(40) },
        { placeId: null, cents: anchor(9) },
      ],
      [
        { from: "zip:60651", to: "area:25", people: 2 },
        { from: "zip:60651", to: "area:23", people: 1 },
        { from: "zip:60651", to: "area:24", people: 0 },
      ],
      new Map([["zip:60651", 4]]),
    );
    expect([...areas]).toEqual([
      ["area:25", 501],
      ["area:23", 250],
    ]);
    expect([unplaced, unplacedShare]).toEqual([299, { numerator: 299, denominator: 1050 }]);
  });

  test("no cent is lost and none is made, whatever the weights and in whichever order", () => {
    const zips = ["zip:1", "zip:2", "zip:3"];
    const amounts = fc.array(
      fc.record({
        placeId: fc.constantFrom(...zips, "zip:9", null),
        cents: fc.integer({ min: -1e9, max: 1e9 }).map(anchor),
      }),
    );
    const weights = fc.array(
      fc.record({
        from: fc.constantFrom(...zips),
        to: fc.constantFrom("area:1", "area:2", "area:3"),
        people: fc.nat(90_000),
      }),
    );
    fc.assert(
      fc.property(amounts, weights, fc.nat(200_000), (given, links, people) => {
        const all = sumCents(
          "anchor",
          given.map(({ cents }) => cents),
        );
        const peopleOf = new Map([["zip:1", people]]);
        const found = allocateToAreas(given, links, peopleOf);
        expect(sumCents("anchor", [...found.areas.values(), found.unplaced])).toBe(all);
        const turned = allocateToAreas([...given].reverse(), links, peopleOf);
        expect(new Map([...turned.areas].sort())).toEqual(new Map([...found.areas].sort()));
      }),
    );
  });
});

test("a reversal restores every view of the anchor mission", () => {
  const cells = fc.array(
    fc
      .record({
        kind: fc.constantFrom(...entryKinds),
        placeId: fc.constantFrom("zip:60612", "zip:60540", null),
        tier: fc.constantFrom(1 as const, 2 as const, null),
        isAddressable: fc.constantFrom(true, false, null),
        certificate: fc.constantFrom("mbe", null),
        isImpact: fc.constantFrom(true, false, null),
        wageCentsPerHour: fc.constantFrom(1400, 2100, null),
        giver: fc.constantFrom(...givers, null),
        onPaidTime: fc.constantFrom(true, false, null),
        amountCents: fc.nat(1_000_000),
        minutes: fc.nat(600),
      })
      .map(cell),
    { maxLength: 25 },
  );
  const views = (all: readonly LedgerCell[]) => [
    hires(all, westSide),
    purchases(all, westSide),
    investments(all),
    placeMoney(all, new Set(["activity"])),
    employeeVolunteering(all, new Set(["activity"]), westSide),
  ];
  fc.assert(
    fc.property(cells, cells, (kept, mistakes) => {
      expect(views([...mistakes.map(reversed), ...kept, ...mistakes])).toEqual(views(kept));
    }),
  );
});

test("definitions have versions: a year goes by the one that was in force, and what was not read is marked", () => {
  expect([2019, 2021, 2024, 2025].map((year) => definitionOf("diverse-purchases", year)?.version)).toEqual([
    undefined,
    1,
    1,
    2,
  ]);
  const keys = anchorDefinitions.map(({ metric, version }) => `${metric}@${version}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(
    anchorDefinitions.filter(({ source }) => source.unverified).map(({ metric, version }) => `${metric}@${version}`),
  ).toEqual(["impact-hires@1", "diverse-purchases@2", "place-based-investment@1", "downstream-lending@1"]);
});

test("an amount of the anchor mission is none of community benefit: the compiler refuses", () => {
  const { lent } = investments([cell({ kind: "loan", amountCents: 5 })]);
  // @ts-expect-error A loan is no contribution.
  const contribution: Cents<"irs"> = lent;
  expect(contribution).toBe(5);
});
