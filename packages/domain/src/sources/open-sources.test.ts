import { describe, expect, test } from "vitest";
import { isComplaints, matchHeadings, plainHeading } from "../datasets/headings.ts";
import { rowsFingerprint } from "../datasets/rows-fingerprint.ts";
import { loaded, loading, refused } from "../datasets/testing/loading.ts";
import { gridInWords } from "../grids/grid-words.ts";
import { sources } from "./sources.ts";
import { templateOf } from "./template.ts";

const { within, load, systemId } = await loading();

/** What a dataset says, as words and values, in order. */
const said = (datasetId: string) =>
  within(async ({ db }) => {
    const rows = await db
      .selectFrom("observations")
      .selectAll()
      .where("dataset_id", "=", datasetId)
      .orderBy("observation_no")
      .execute();
    return rows.map((row) => {
      const {
        measure,
        cause,
        place_id: placeId,
        year_from: yearFrom,
        year_to: yearTo,
        sex,
        age_from: ageFrom,
        age_below: ageBelow,
      } = row;
      const words = gridInWords.cell({ measure, cause, placeId, yearFrom, yearTo, sex, ageFrom, ageBelow } as never);
      return { words, value: row.value, state: row.state, doubt: row.doubt, line: row.line };
    });
  });

describe("a template", () => {
  test.each(["deaths", "death-records", "people", "published-figures"])(
    "of %s loads as it stands, and is recognised",
    async (key) => {
      const template = templateOf(key);
      if ("refused" in template) throw new Error(template.message);
      expect(template.columns.every(({ says }) => says?.en && says.es)).toBe(true);
      expect(loaded(await load(template.csv, {})).datasetId).toMatch(new RegExp(`^${key}-[0-9a-f]{12}$`));
    },
  );

  test("of a publisher's own file there is none", () => {
    expect(templateOf("usaleep")).toMatchObject({ refused: "not-found", code: "template" });
    expect(templateOf("nothing")).toMatchObject({ refused: "not-found", code: "source" });
  });
});

describe("a file without a named source", () => {
  test("that no source reads is refused with the sources that there are", async () => {
    const outcome = refused(await load("a,b\n1,2\n", {}));
    expect(outcome).toMatchObject({ refused: "invalid", code: "source-unknown" });
    expect(outcome.message).toMatch(
      /^“file.csv” has the headings a, b, which no source reads. .*deaths, death-records,/,
    );
  });

  test("that is no table is refused for what it is", async () => {
    expect(refused(await load("%PDF-1.7\n", {}))).toMatchObject({
      code: "file-refused",
      complaints: [{ found: "a PDF document" }],
    });
  });

  test("that is not there is refused", async () => {
    expect(refused(await load("", { path: "/nowhere" }))).toMatchObject({ code: "file-absent" });
  });

  test("is found among all sources by its own headings, for every source that is a table", async () => {
    for (const source of sources.filter(({ format }) => format === "table")) {
      const headings = source.columns.map((column) => column.headings[0]!);
      const outcome = await load(`${headings.join(",")}\n`, {});
      expect(refused(outcome), source.key).toMatchObject({ code: "file-refused" });
    }
  });
});

describe("deaths", () => {
  test("by cause and pooled years, with a count that the office withheld", async () => {
    const csv =
      "Place,Years,Age,Sex,Cause,Deaths\nAustin,2006-2010,All ages,F,,2\nAustin,2006-2010,All ages,F,Stroke,suppressed\n";
    const { datasetId } = loaded(await load(csv, { sourceKey: "deaths" }));
    expect(await said(datasetId)).toEqual([
      {
        words: "deaths in Austin (area:25), 2006–2010, female, all ages",
        value: 2,
        state: "shown",
        doubt: null,
        line: 2,
      },
      {
        words: "deaths of Stroke in Austin (area:25), 2006–2010, female, all ages",
        value: null,
        state: "suppressed",
        doubt: null,
        line: 3,
      },
    ]);
  });
});

describe("death records", () => {
  const csv = `Record,Sex,Year of death,Place,Age in years,Underlying cause
a,F,2020,26,0,I64
b,F,2020,26,88,I64
c,M,2020,32,88,X95
d,F,2020,26,99,I64
e,unknown,2020,26,44,R99
`;

  test("become counts by sex and for both, with zeros for all that occurs elsewhere", async () => {
    const outcome = loaded(await load(csv, { sourceKey: "death-records" }));
    const rows = await said(outcome.datasetId);
    // 2 places, 1 year, 3 sexes, 4 causes (all, homicide, firearm, stroke) and 3 age bands (0, 40–44, 85+).
    expect(rows).toHaveLength(2 * 3 * 4 * 3);
    expect(outcome).toMatchObject({ rowsRead: 5, rowsKept: 72 });
    const values = Object.fromEntries(rows.map(({ words, value, line }) => [words, [value, line]]));
    expect(values["deaths in West Garfield Park (area:26), 2020, both sexes, age 85+"]).toEqual([2, 3]);
    expect(values["deaths of Stroke in West Garfield Park (area:26), 2020, female, age 85+"]).toEqual([2, 3]);
    expect(values["deaths in West Garfield Park (area:26), 2020, both sexes, age 40–44"]).toEqual([1, 6]);
    expect(values["deaths in West Garfield Park (area:26), 2020, female, age 40–44"]).toEqual([0, 1]);
    expect(values["deaths of Homicide in Loop (area:32), 2020, male, age 85+"]).toEqual([1, 4]);
    expect(values["deaths of Firearm-related in West Garfield Park (area:26), 2020, both sexes, age 85+"]).toEqual([
      0, 1,
    ]);
    expect(
      rows.reduce(
        (sum, { words, value }) => (words.startsWith("deaths in") && words.includes("both sexes") ? sum + value! : sum),
        0,
      ),
    ).toBe(5);
  });

  test("give the same rows in whatever order they stand, but for their lines", async () => {
    const [headings, ...rows] = csv.trimEnd().split("\n");
    const turned = loaded(await load([headings, ...rows.reverse()].join("\n"), { sourceKey: "death-records" }));
    const straight = loaded(await load(csv, { sourceKey: "death-records" }));
    const withoutLines = async (id: string) => (await said(id)).map(({ words, value }) => [words, value]);
    expect(await withoutLines(turned.datasetId)).toEqual(await withoutLines(straight.datasetId));
    expect(await within(({ db }) => rowsFingerprint(db, systemId, turned.datasetId))).toBe(turned.rowsFingerprint);
  });

  test("keep nothing of a row but its counts", async () => {
    const stored = await within(({ db }) =>
      db.selectFrom("observations").selectAll().where("dataset_id", "like", "death-records-%").execute(),
    );
    expect(JSON.stringify(stored)).not.toMatch(/R99|I64|X95|"age_from":99/);
  });
});

describe("published figures", () => {
  const headings = "Measure,Place,Year from,Year to,Value,Lower,Upper,Publisher,Data set,Standing\n";

  test("are kept, and doubtful ones flagged: outside of their interval, or told without a data set", async () => {
    const csv = `${headings}life-expectancy-years,Dunning,2010,2010,79.8,70.0,72.7,City,qjr3-bm53,published
life-expectancy-years,26,2023,2023,66.6,,,City,,reported
life-expectancy-years,32,2023,2023,87.3,,,City,a brief,reported
`;
    const outcome = loaded(await load(csv, { sourceKey: "published-figures", origin: "reported" }));
    expect(outcome).toMatchObject({ origin: "reported", rowsKept: 3, doubtful: 2 });
    expect((await said(outcome.datasetId)).map(({ value, doubt }) => [value, doubt])).toEqual([
      [79.8, "estimate-outside-interval"],
      [66.6, "no-source-file"],
      [87.3, null],
    ]);
  });
});

describe("headings", () => {
  test("are matched without case, outer blanks, or a difference of -, _ and blanks", () => {
    const columns = [{ key: "place", headings: ["Community Area Number"], required: true }];
    const found = matchHeadings(columns, { headings: ["x", " community_AREA-number "], headingLine: 1 });
    expect(isComplaints(found) ? found : [...found]).toEqual([["place", 1]]);
  });

  test("are alike where only their dress differs", () => {
    const dresses = ["per capita income", "PER CAPITA INCOME ", "\uFEFFPer-Capita_Income", " per  capita\tincome"];
    expect(new Set(dresses.map(plainHeading)).size).toBe(1);
    expect(plainHeading("percapita income")).not.toBe(plainHeading(dresses[0]!));
  });

  test("are matched by the other names of the columns too, one column once", () => {
    const columns = [{ key: "place", headings: ["Community Area", "ca"], required: true }];
    const found = matchHeadings(columns, { headings: ["Community Area"], fieldNames: ["ca"], headingLine: 1 });
    expect(isComplaints(found) ? found : [...found]).toEqual([["place", 0]]);
  });
});
