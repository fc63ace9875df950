import { describe, expect, test } from "vitest";
import { type CountRow, mortalityTables } from "./mortality-tables.rules.ts";
import { counted, dataset, placeSet } from "./testing.ts";

const west = "area:26";
const east = "area:27";
const westSide = placeSet("west-side", west, east);

const deathsOf = (place: "area:26" | "area:27", ages: Parameters<typeof counted>[0]["ages"], more = {}): CountRow[] =>
  counted({ dataset: "deaths", place, from: 2010, ages, ...more });
const peopleOf = (place: "area:26" | "area:27", ages: Parameters<typeof counted>[0]["ages"], more = {}): CountRow[] =>
  counted({ dataset: "people", place, from: 2010, ages, ...more });

const files = [dataset("deaths"), dataset("people")];
const brief = (tables: ReturnType<typeof mortalityTables>) =>
  tables.map(({ subject, sex, deaths, people }) => [subject, sex, deaths.total, people.total]);

describe("a table of deaths over people", () => {
  test("is made for each place, in the ages that both files share", () => {
    const [table] = mortalityTables(
      deathsOf(west, { 0: 2, 1: 3, 65: 40 }),
      peopleOf(west, { 0: 1000, 65: 200 }),
      files,
      [],
    );
    expect(table).toMatchObject({ subject: west, period: { from: 2010, to: 2010 }, sex: "all", cause: "all" });
    expect(table!.bands).toEqual({ ages: [0, 65], deaths: [5, 40], personYears: [1000, 200] });
  });

  test("is told without ages where one file has none", () => {
    const [table] = mortalityTables(deathsOf(west, 45), peopleOf(west, { 0: 1000, 65: 200 }), files, []);
    expect([table!.deaths.total, table!.people.total, table!.bands]).toEqual([45, 1200, null]);
  });

  test("adds women and men where the file does not give both together", () => {
    const tables = mortalityTables(
      [...deathsOf(west, 4, { sex: "female" }), ...deathsOf(west, 6, { sex: "male" })],
      [...peopleOf(west, 100, { sex: "female" }), ...peopleOf(west, 90, { sex: "male" })],
      files,
      [],
    );
    expect(brief(tables)).toEqual([
      [west, "female", 4, 100],
      [west, "male", 6, 90],
      [west, "all", 10, 190],
    ]);
  });

  test("takes both sexes as the file gives them, where it does: some deaths have no known sex", () => {
    const tables = mortalityTables(
      [...deathsOf(west, 11), ...deathsOf(west, 4, { sex: "female" }), ...deathsOf(west, 6, { sex: "male" })],
      peopleOf(west, 190),
      files,
      [],
    );
    // People are not told by sex, so that neither sex has a table.
    expect(brief(tables)).toEqual([[west, "all", 11, 190]]);
  });

  test("is not made where one sex is missing: half the deaths are not all of them", () => {
    expect(mortalityTables(deathsOf(west, 4, { sex: "female" }), peopleOf(west, 190), files, [])).toEqual([]);
  });

  test("is not made where a count is withheld", () => {
    expect(mortalityTables(deathsOf(west, { 0: 3, 65: null }), peopleOf(west, 190), files, [])).toEqual([]);
  });

  test("is not made where nobody lives", () => {
    expect(mortalityTables(deathsOf(west, 0), peopleOf(west, 0), files, [])).toEqual([]);
  });
});

describe("a set of places", () => {
  test("has a table where all of its places are in the file", () => {
    const tables = mortalityTables(
      [...deathsOf(west, { 0: 2, 65: 8 }), ...deathsOf(east, { 0: 1, 65: 4 })],
      [...peopleOf(west, { 0: 900, 65: 100 }), ...peopleOf(east, { 0: 450, 65: 50 })],
      files,
      [westSide],
    );
    expect(brief(tables)).toEqual([
      [west, "all", 10, 1000],
      [east, "all", 5, 500],
      ["set:west-side@1", "all", 15, 1500],
    ]);
    expect(tables[2]!.bands).toEqual({ ages: [0, 65], deaths: [3, 12], personYears: [1350, 150] });
  });

  test("has none where one place is not in the file, has a withheld count, or no people", () => {
    const bothPeople = [...peopleOf(west, 1000), ...peopleOf(east, 500)];
    const withSet = (deaths: CountRow[], people: CountRow[]) =>
      mortalityTables(deaths, people, files, [westSide]).filter((table) => table.subject.startsWith("set:"));
    expect(withSet([...deathsOf(west, 10), ...deathsOf(east, 5)], bothPeople)).toHaveLength(1);
    expect(withSet(deathsOf(west, 10), bothPeople)).toEqual([]);
    expect(withSet([...deathsOf(west, 10), ...deathsOf(east, null)], bothPeople)).toEqual([]);
    expect(withSet([...deathsOf(west, 10), ...deathsOf(east, 5)], peopleOf(west, 1000))).toEqual([]);
  });
});

describe("the years of a period", () => {
  const fiveYears = { from: 2006, to: 2010 };
  const peopleOfYears = (...years: number[]) => years.flatMap((from) => peopleOf(west, 1000 + (from - 2006), { from }));

  test("are added into person-years, one estimate a year", () => {
    // 1000 + 1001 + 1002 + 1003 + 1004
    const [table] = mortalityTables(
      deathsOf(west, 50, fiveYears),
      peopleOfYears(2006, 2007, 2008, 2009, 2010),
      files,
      [],
    );
    expect([table!.people.total, table!.people.rows]).toEqual([5010, 5]);
  });

  test("must all be there: a year without people is not a year with nobody", () => {
    expect(mortalityTables(deathsOf(west, 50, fiveYears), peopleOfYears(2006, 2007, 2008, 2010), files, [])).toEqual(
      [],
    );
  });
});

describe("of several files", () => {
  const older = counted({ dataset: "older", place: west, from: 2010, ages: 800 });
  const newer = counted({ dataset: "newer", place: west, from: 2010, ages: 1000 });
  const otherYear = counted({ dataset: "other-year", place: west, from: 2011, ages: 5 });

  test("people come from the newest that covers the place and the year", () => {
    const datasets = [dataset("older"), dataset("newer"), dataset("other-year"), dataset("deaths")];
    const [table] = mortalityTables(deathsOf(west, 10), [...older, ...newer, ...otherYear], datasets, []);
    expect([table!.peopleDataset.id, table!.people.total]).toEqual(["newer", 1000]);
  });

  test("two of deaths give a table each, in order of precedence", () => {
    const revised = counted({ dataset: "revised", place: west, from: 2010, ages: 12 });
    const datasets = [dataset("people"), dataset("deaths"), dataset("revised")];
    const tables = mortalityTables([...deathsOf(west, 10), ...revised], peopleOf(west, 1000), datasets, []);
    expect(tables.map((table) => [table.deathsDataset.id, table.deaths.total])).toEqual([
      ["deaths", 10],
      ["revised", 12],
    ]);
  });

  test.each([
    ["synthetic", "published"],
    ["synthetic", "office"],
    ["published", "synthetic"],
    ["office", "synthetic"],
  ] as const)("%s deaths are never divided by %s people", (ofDeaths, ofPeople) => {
    const datasets = [dataset("deaths", { origin: ofDeaths }), dataset("people", { origin: ofPeople })];
    expect(mortalityTables(deathsOf(west, 10), peopleOf(west, 1000), datasets, [])).toEqual([]);
  });

  test("invented deaths pass over counted people to invented ones, though these were loaded before", () => {
    const datasets = [
      dataset("older", { origin: "synthetic" }),
      dataset("newer", { origin: "published" }),
      dataset("deaths", { origin: "synthetic" }),
    ];
    const [table] = mortalityTables(deathsOf(west, 10), [...older, ...newer], datasets, []);
    expect(table!.peopleDataset.id).toBe("older");
  });
});
