import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftFigure } from "../figures/figure.ts";
import type { Subject } from "../figures/subject.ts";
import { placeSet } from "../indicators/testing.ts";
import { communityAreaIds } from "../places/chicago.ts";
import type { PlaceId } from "../places/place.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import { draftOf, rateOf } from "../releases/testing.ts";
import type { Sex } from "../sources/observation.ts";
import { determinedBy } from "./determined.rules.ts";
import { publishable } from "./publication.rules.ts";
import { nothingPublished, type PublishedBefore } from "./published-before.rules.ts";

/** What is withheld of a table, by subject (and sex, where it is one), with why: readers are not told that of what is kept. */
function withheld(drafts: readonly DraftFigure[], sets: readonly PlaceSet[]): Readonly<Record<string, string>> {
  const hidden = publishable(drafts, sets).filter(({ state }) => state !== "shown");
  const events = new Map(drafts.map(({ id, basis }) => [id, basis.events ?? basis.people!]));
  const name = ({ subject, sex }: (typeof hidden)[number]) => (sex === "all" ? subject : `${subject} ${sex}`);
  return Object.fromEntries(
    hidden.map((figure) => [
      name(figure),
      figure.state === "suppressed" ? whyKept(events.get(figure.id)!) : figure.reason!,
    ]),
  );
}

const [few, besides, none] = ["kept for its size", "kept beside one", "kept though none"];
const whyKept = (events: number): string => (events === 0 ? none : events <= 10 ? few : besides);

describe("the city and its areas", () => {
  const areas = communityAreaIds.map((id, i) => rateOf(id, 100 + i));
  const deathsIn = (id: PlaceId, events: number) => areas.map((one) => (one.subject === id ? rateOf(id, events) : one));

  test("one area of 7 deaths is not the city less the other 76: the smallest of them is withheld too", () => {
    const drafts = [...deathsIn("area:54", 7), rateOf("city:chicago", 10_000)];
    expect(withheld(drafts, [])).toEqual({ "area:54": few, "area:1": besides });
  });

  test("without a figure of the city there is nothing to subtract from", () => {
    expect(withheld(deathsIn("area:54", 7), [])).toEqual({ "area:54": few });
  });

  test("an area of none needs no shelter: that it had none may be known", () => {
    const drafts = [...deathsIn("area:54", 0), rateOf("city:chicago", 10_000)];
    expect(withheld(drafts, [])).toEqual({ "area:54": "fewer-than-10-events" });
  });

  test("an area of none gives no shelter either, and is kept beside one: who knew the nones would know more", () => {
    const drafts = [...deathsIn("area:54", 7).map((one) => (one.subject === "area:9" ? rateOf("area:9", 0) : one))];
    expect(withheld([...drafts, rateOf("city:chicago", 10_000)], [])).toEqual({
      ...{ "area:54": few, "area:9": none, "area:1": besides },
    });
  });
});

describe("a set and its places", () => {
  const westSide = placeSet("west-side", "area:25", "area:26", "area:27");
  const total = (events: number) => rateOf("set:west-side@1", events);

  test("two withheld of 4 and 6 deaths hold 10 together, which would still be told: a third is withheld", () => {
    const drafts = [rateOf("area:25", 300), rateOf("area:26", 4), rateOf("area:27", 6), total(310)];
    expect(withheld(drafts, [westSide])).toEqual({ "area:25": besides, "area:26": few, "area:27": few });
  });

  test("two withheld of 4 and 7 deaths hold 11 together, and that may be told", () => {
    const drafts = [rateOf("area:25", 300), rateOf("area:26", 4), rateOf("area:27", 7), total(311)];
    expect(withheld(drafts, [westSide])).toEqual({ "area:26": few, "area:27": few });
  });

  test("where no other place has deaths, the total itself is withheld", () => {
    const drafts = [rateOf("area:25", 0), rateOf("area:26", 4), rateOf("area:27", 5), total(9)];
    expect(withheld(drafts, [westSide])["set:west-side@1"]).toBe(few);
    const all = [rateOf("area:26", 4), rateOf("area:27", 8), rateOf("set:pair@1", 12)];
    expect(withheld(all, [placeSet("pair", "area:26", "area:27")])).toEqual({ "area:26": few, "area:27": few });
    const alone = [rateOf("area:26", 6), rateOf("area:27", 4), rateOf("set:pair@1", 10 + 1)];
    expect(withheld(alone, [placeSet("pair", "area:26", "area:27")])).toMatchObject({ "set:pair@1": besides });
  });

  test("a set that lacks a figure of one place cannot be subtracted from", () => {
    const drafts = [rateOf("area:25", 300), rateOf("area:26", 4), total(400)];
    expect(withheld(drafts, [westSide])).toEqual({ "area:26": few });
  });

  test("rates of another cause or period are another table", () => {
    const stroke = { cause: "stroke" };
    const drafts = [
      ...[rateOf("area:25", 300), rateOf("area:26", 40), rateOf("area:27", 60), total(400)],
      ...[rateOf("area:25", 30, stroke), rateOf("area:26", 4, stroke), rateOf("area:27", 20, stroke)],
    ];
    expect(withheld(drafts, [westSide])).toEqual({ "area:26": few });
  });

  test("the adjusted rate and the years lost of the same deaths fall with a crude rate", () => {
    const indicators = ["death-rate-crude", "death-rate-adjusted", "years-of-life-lost"];
    const drafts = indicators.flatMap((indicator) => [
      ...[rateOf("area:25", 30, { indicator }), rateOf("area:26", 4, { indicator })],
      ...[rateOf("area:27", 60, { indicator }), rateOf("set:west-side@1", 94, { indicator })],
    ]);
    const figures = publishable(drafts, [westSide]).filter(
      ({ state, subject }) => state !== "shown" && subject !== "area:26",
    );
    expect(figures.map(({ id }) => id)).toEqual(indicators.map((key) => `${key}/area:25/2010/all/all`));
  });

  test("all that rests on a kept count is kept with it, though it was too unsure: that would tell that it is not small", () => {
    const rests = ["death-rate-crude", "death-rate-adjusted", "years-of-life-lost", "life-expectancy-computed"];
    const unsure = { lower: 1, upper: 400 };
    const of = (subject: Subject, events: number) =>
      rests.map((indicator) => ({ ...rateOf(subject, events, { indicator }), ...(indicator !== rests[0] && unsure) }));
    const drafts = [...of("area:25", 30), ...of("area:26", 4), ...of("area:27", 60), rateOf("set:west-side@1", 94)];
    const states = (subject: Subject) =>
      publishable(drafts, [westSide])
        .filter((one) => one.subject === subject)
        .map(({ state, reason }) => `${state} ${reason}`);
    // Thirty deaths shelter the four of another place; nothing tells that they are not few.
    for (const subject of ["area:25", "area:26"] as const)
      expect(states(subject)).toEqual(rests.map(() => "suppressed protects-people"));
    expect(states("area:27")[1]).toBe("unreliable interval-too-wide");
  });

  test("years lost before 75 are a table of their own: 7 early deaths among 50 are sheltered too", () => {
    const early = { indicator: "years-of-life-lost" };
    const drafts = [
      ...[rateOf("area:25", 300), rateOf("area:26", 50), rateOf("area:27", 90), total(440)],
      ...[rateOf("area:25", 100, early), rateOf("area:26", 7, early), rateOf("area:27", 30, early)],
      rateOf("set:west-side@1", 137, early),
    ];
    const hidden = publishable(drafts, [westSide]).filter(({ state }) => state !== "shown");
    expect(hidden.map(({ id, reason }) => [id, reason])).toEqual([
      ["years-of-life-lost/area:26/2010/all/all", "protects-people"],
      ["years-of-life-lost/area:27/2010/all/all", "protects-people"],
    ]);
  });
});

describe("sets that overlap", () => {
  test("the West Side of two areas and that of three do not tell the third apart", () => {
    const sets = [placeSet("two", "area:25", "area:27"), placeSet("three", "area:25", "area:26", "area:27")];
    const drafts = [
      ...[rateOf("area:25", 300), rateOf("area:26", 7), rateOf("area:27", 90)],
      ...[rateOf("set:two@1", 390), rateOf("set:three@1", 397)],
    ];
    const hidden = withheld(drafts, sets);
    expect(hidden["area:26"]).toBe(few);
    // One total at the least must go: 397 - 390 is 7.
    expect([hidden["set:two@1"], hidden["set:three@1"]]).toContain(besides);
  });

  test("one more place on each side tells neither, where both are withheld", () => {
    const sets = [placeSet("one", "area:25", "area:26"), placeSet("other", "area:25", "area:27")];
    const drafts = [
      ...[rateOf("area:25", 300), rateOf("area:26", 7), rateOf("area:27", 6)],
      ...[rateOf("set:one@1", 307), rateOf("set:other@1", 306)],
    ];
    const hidden = withheld(drafts, sets);
    expect(hidden).toMatchObject({ "area:26": few, "area:27": few, "area:25": besides });
    expect(Object.keys(hidden)).toHaveLength(3);
  });
});

describe("the sexes", () => {
  const each = (all: number, female: number, male: number) => [
    ...[rateOf("area:26", all), rateOf("area:26", female, { sex: "female" }), rateOf("area:26", male, { sex: "male" })],
  ];

  test("women of 7 deaths are not everyone less men: the men are withheld", () => {
    expect(withheld(each(57, 7, 50), [])).toEqual({ "area:26 female": few, "area:26 male": besides });
  });

  test("women of 7 and men of 8 deaths may be told together", () => {
    expect(withheld(each(15, 7, 8), [])).toEqual({ "area:26 female": few, "area:26 male": few });
  });

  test("no women are kept where everyone is: who knew that there were none would know that all are men", () => {
    expect(withheld(each(7, 0, 7), [])).toEqual({ "area:26": few, "area:26 female": none, "area:26 male": few });
    expect(withheld(each(30, 0, 30), [])).toEqual({ "area:26 female": "fewer-than-10-events" });
  });

  test("everyone, withheld to shelter another area, is not women and men added", () => {
    const sets = [placeSet("pair", "area:26", "area:27")];
    const drafts = [...each(40, 20, 20), rateOf("area:27", 7), rateOf("set:pair@1", 47)];
    const hidden = withheld(drafts, sets);
    expect(hidden).toMatchObject({ "area:27": few, "area:26": besides });
    expect(hidden["area:26 female"] ?? hidden["area:26 male"]).toBe(besides);
  });
});

describe("any table of six areas, both sexes and sets that overlap", () => {
  const areas = communityAreaIds.slice(0, 6);
  const count = fc.oneof(fc.nat(14), fc.integer({ min: 11, max: 40 }));
  const tables = fc.record({
    bySex: fc.boolean(),
    cells: fc.array(fc.tuple(count, count), { minLength: 6, maxLength: 6 }),
    members: fc.array(fc.subarray([...areas], { minLength: 2 }), { maxLength: 4 }),
  });

  /** Women and men of each area are the unknowns; a figure is a sum of some of them. */
  function draw({ bySex, cells, members }: { bySex: boolean; cells: [number, number][]; members: PlaceId[][] }) {
    const sets = members.map((places, i) => placeSet(`set-${i}`, ...places));
    const sums: (readonly [Subject, readonly PlaceId[]])[] = [
      ...areas.map((area) => [area, [area]] as const),
      ...sets.map((set) => [placeSetRef(set), set.places] as const),
    ];
    const sexes: readonly Sex[] = bySex ? ["all", "female", "male"] : ["all"];
    const rows = sums.flatMap(([subject, places]) =>
      sexes.map((sex) => {
        const weights = areas.flatMap((area) => [
          Number(places.includes(area) && sex !== "male"),
          Number(places.includes(area) && sex !== "female"),
        ]);
        const events = cells.flat().reduce((sum, cell, i) => sum + cell * weights[i]!, 0);
        return { draft: rateOf(subject, events, { sex }), weights };
      }),
    );
    const figures = publishable(
      rows.map(({ draft }) => draft),
      sets,
    );
    return { sets, rows: rows.map((row, i) => ({ ...row, figure: figures[i]! })) };
  }

  test("no withheld count is a sum or a difference of what is told, however it is worked out", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rows } = draw(table);
        const told = rows.filter(({ figure, draft }) => figure.state === "shown" || draft.basis.events === 0);
        const echelon = echelonOf(told.map(({ weights }) => weights));
        for (const { figure, draft, weights } of rows)
          if (draft.basis.events! >= 1 && draft.basis.events! <= 10)
            expect([figure.id, isCombination(weights, echelon)]).toEqual([figure.id, false]);
      }),
      { numRuns: 400 },
    );
  });

  test("under each total that is told, what is hidden is never one place, and holds more than 10 deaths", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { sets, rows } = draw(table);
        const byId = new Map(rows.map(({ figure, draft }) => [figure.id, { figure, events: draft.basis.events! }]));
        for (const set of sets)
          for (const sex of ["all", "female", "male"]) {
            const at = (subject: Subject) => byId.get(`death-rate-crude/${subject}/2010/${sex}/all`);
            if (at(placeSetRef(set))?.figure.state !== "shown") continue;
            const hidden = set.places
              .map((place) => at(place)!)
              .filter((one) => one.figure.value === null && one.events > 0);
            if (hidden.length === 0) continue;
            expect(hidden.length).toBeGreaterThan(1);
            expect(hidden.reduce((sum, one) => sum + one.events, 0)).toBeGreaterThan(10);
          }
      }),
      { numRuns: 400 },
    );
  });

  test("where every count is none or above 10, nothing is withheld besides", () => {
    const large = fc.constantFrom(0, 11, 12, 30);
    const pairs = fc.array(fc.tuple(large, large), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(pairs, tables, (cells, table) => {
        for (const { figure } of draw({ ...table, cells }).rows) expect(figure.state).not.toBe("suppressed");
      }),
      { numRuns: 100 },
    );
  });
});

describe("equations", () => {
  const equation = (terms: Readonly<Record<string, number>>) => new Map(Object.entries(terms));

  test("fix nothing where each has two unknowns in a ring of four", () => {
    const ring = [
      { a: 1, b: 1 },
      { b: 1, c: 1 },
      { c: 1, d: 1 },
      { d: 1, a: 1 },
    ].map(equation);
    expect([...determinedBy(ring)]).toEqual([]);
  });

  test("fix all where the ring is odd", () => {
    const ring = [
      { a: 1, b: 1 },
      { b: 1, c: 1 },
      { c: 1, a: 1 },
    ].map(equation);
    expect([...determinedBy(ring)].sort()).toEqual(["a", "b", "c"]);
  });

  test("that say the same twice fix no more", () => {
    expect([...determinedBy([equation({ a: 1, b: 1 }), equation({ a: -1, b: -1 }), equation({ c: 2 })])]).toEqual([
      "c",
    ]);
  });
});

type Matrix = number[][];

/** Rows in echelon form, by plain elimination: another road than that of the rules. */
function echelonOf(rows: readonly (readonly number[])[]): Matrix {
  const left = rows.map((row) => [...row]);
  const done: Matrix = [];
  for (let column = 0; column < 12; column++) {
    const at = left.findIndex((row) => Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    const [pivot] = left.splice(at, 1);
    done.push(pivot!);
    for (const row of left) clear(row, pivot!, column);
  }
  return done;
}

function isCombination(weights: readonly number[], echelon: Matrix): boolean {
  const row = [...weights];
  for (const pivot of echelon)
    clear(
      row,
      pivot,
      pivot.findIndex((weight) => Math.abs(weight) > 1e-9),
    );
  return row.every((weight) => Math.abs(weight) < 1e-9);
}

function clear(row: number[], pivot: readonly number[], column: number): void {
  const times = row[column]! / pivot[column]!;
  for (const [i, weight] of pivot.entries()) row[i]! -= times * weight;
}

describe("periods that make up a longer one", () => {
  const of = (from: number, to: number, events: number) => {
    const { id: _, ...one } = rateOf("area:1", events, { cause: "homicide" });
    return draftOf({ ...one, period: { from, to } });
  };

  test("100 in five years less 95 in the first three would tell the 5 of the last two", () => {
    const drafts = [of(2016, 2020, 100), of(2016, 2018, 95), of(2019, 2020, 5)];
    const hidden = publishable(drafts, []).filter(({ state }) => state !== "shown");
    expect(hidden.map(({ period, reason }) => [period.from, period.to, reason])).toEqual([
      [2016, 2018, "protects-people"],
      [2019, 2020, "protects-people"],
    ]);
  });

  test("that leave a gap tell nothing of each other, unless it leaves no room", () => {
    const hidden = (early: number) =>
      publishable([of(2016, 2020, 100), of(2016, 2017, early), of(2019, 2020, 5)], [])
        .filter(({ state }) => state !== "shown")
        .map(({ period }) => period.from);
    expect(hidden(60)).toEqual([2019]);
    // At most six died in the last three years.
    expect(hidden(94)).toHaveLength(2);
  });
});

describe("people", () => {
  const people = (subject: Subject, value: number) =>
    draftOf({
      ...{ subject, indicator: "population", unit: "people", method: "as-published", value },
      ...{ lower: null, upper: null, level: null },
      basis: { events: null, people: value, doubt: null, decision: null },
    });
  const set = placeSet("west-side", "area:23", "area:24", "area:25");

  test("of whom five live in one area of a set are not the set less the others", () => {
    const drafts = [
      ...[people("area:23", 5), people("area:24", 9000), people("area:25", 10_000)],
      people(placeSetRef(set), 19_005),
    ];
    expect(withheld(drafts, [set])).toEqual({ "area:23": few, "area:24": besides });
  });
});

describe("a release beside those before it", () => {
  const set = placeSet("west-side", "area:23", "area:24", "area:25", "area:26");
  const table = (a: number, b: number, c: number, d: number) => [
    ...[rateOf("area:23", a), rateOf("area:24", b), rateOf("area:25", c), rateOf("area:26", d)],
    rateOf(placeSetRef(set), a + b + c + d),
  ];
  /** What readers of earlier releases know. */
  const past = (...releases: readonly (readonly DraftFigure[])[]): PublishedBefore => {
    let known: PublishedBefore = nothingPublished;
    for (const drafts of releases) {
      const figures = publishable(drafts, [set], known);
      const shown = new Map(known.shown);
      for (const { id, value } of figures) if (value !== null) shown.set(id, [...(shown.get(id) ?? []), value]);
      const hidden = figures.filter(({ state }) => state === "suppressed").map(({ id }) => id);
      known = { shown, suppressed: new Set([...known.suppressed, ...hidden]) };
    }
    return known;
  };
  const hiddenIn = (drafts: readonly DraftFigure[], known: PublishedBefore) =>
    publishable(drafts, [set], known)
      .filter(({ state }) => state === "suppressed")
      .map(({ subject }) => subject);

  test("hides the same ones when one of them was corrected: the other would be the old total's, and tell the count", () => {
    // First 5 is hidden beside 12. Then 12 becomes 40: hiding 13 in its place would tell 358 - 40 - 13 - 50 of the rest.
    const before = table(5, 12, 13, 50);
    expect(hiddenIn(before, nothingPublished)).toEqual(["area:23", "area:24"]);
    expect(hiddenIn(table(5, 40, 13, 50), past(before))).toEqual(["area:23", "area:24"]);
  });

  test("takes no shelter with a number that was shown before: it is known", () => {
    // All were shown; now 23 is corrected to 5. Its neighbors' numbers are known, so that only the new total can be hidden.
    const drafts = table(5, 22, 23, 50);
    expect(hiddenIn(drafts, past(table(21, 22, 23, 50)))).toEqual(["area:23", placeSetRef(set)]);
  });
});
