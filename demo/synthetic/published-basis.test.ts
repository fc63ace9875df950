import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bandStarts, sexes } from "./bands.ts";
import { chicagoPeople2010 } from "./chicago-ages.ts";
import { usCauseShares, usDeathsPer100k } from "./us-mortality.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const shared = process.env.EVENSPAN_SHARED ?? path.join(repository, "../shared");
const absent = !existsSync(path.join(shared, "data"));
if (absent) console.warn(`The published tables are not in ${shared}: what the model stands on is not compared.`);

const lines = (file: string, between: string | RegExp) =>
  readFileSync(path.join(shared, "data", file), "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim().split(between));
const bandOf = (age: number) => bandStarts.findLastIndex((start) => start <= age);

/** Sums of a table of the Human Mortality Database (year, age, female, male, total) over the bands. */
function sumsOf(file: string): number[][] {
  const sums = sexes.map(() => bandStarts.map(() => 0));
  for (const [year, age = "", ...counts] of lines(`lifetables/${file}`, /\s+/))
    if (year === "2019") for (const i of [0, 1]) sums[i]![bandOf(Number.parseInt(age, 10))]! += Number(counts[i]);
  return sums;
}

test.skipIf(absent)("the nation's death rates are deaths over exposure, to the last digit printed", () => {
  const deaths = sumsOf("hmd_usa_2019_deaths_abridged_data.txt");
  const exposure = sumsOf("hmd_usa_2019_exposures_abridged_data.txt");
  sexes.forEach((sex, i) => {
    const per100k = deaths[i]!.map((count, band) => Number(((count / exposure[i]![band]!) * 100_000).toFixed(1)));
    expect(usDeathsPer100k[sex]).toEqual(per100k);
  });
});

test.skipIf(absent)("the nation's shares by cause are those of the published counts, COVID-19 left out", () => {
  const chapters: Record<keyof typeof usCauseShares, readonly string[]> = {
    cancer: ["C00-C97"],
    "coronary-heart-disease": ["I20-I25"],
    stroke: ["I60-I69"],
    "diabetes-related": ["E10-E14"],
    "kidney-disease": ["N00-N07", "N17-N19"],
    "unintentional-injury": ["V01-V99", "W00-X59"],
    suicide: ["X60-X84"],
    homicide: ["X85-Y09"],
  };
  const counts = lines("lifetables/wonder_us_deaths_by_age10_icd_subchapter_1999_2020.txt", "\t")
    .map((cells) => cells.map((cell) => cell.replaceAll('"', "")))
    .filter((cells) => /^\d/.test(cells.at(-6) ?? "") && /^\d+$/.test(cells.at(-3) ?? ""))
    .map((cells) => ({ band: bandOf(wonderAge(cells.at(-6)!)), chapter: cells.at(-4)!, deaths: Number(cells.at(-3)) }))
    .filter(({ chapter }) => chapter !== "" && chapter !== "U00-U49");
  const sum = (band: number, of: readonly string[] | null) =>
    counts.filter((it) => it.band === band && (!of || of.includes(it.chapter))).reduce((all, it) => all + it.deaths, 0);
  for (const [cause, of] of Object.entries(chapters))
    expect(
      bandStarts.map((_, band) => Number((sum(band, of) / sum(band, null)).toFixed(4))),
      cause,
    ).toEqual(usCauseShares[cause as keyof typeof usCauseShares]);
});

/** Its code "1" is the first year of life. */
const wonderAge = (code: string) => (code === "1" ? 0 : Number.parseInt(code, 10));

test.skipIf(absent)("the city's people by sex and band are those of the published table", () => {
  const printed = lines("population/chicago_population_estimates_1999_2012_by_area_age_sex.csv", ",").filter(
    ([area, age]) => area === "CH" && age !== "TOTAL",
  );
  for (const sex of sexes) {
    const [infants, toddlers, ...older] = chicagoPeople2010[sex];
    const counted = printed.filter((row) => row[2] === sex.toUpperCase()).map((row) => Number(row[14]));
    expect([infants! + toddlers!, ...older]).toEqual(counted);
  }
});

test("the causes of a band never take more than all of its deaths", () => {
  for (const band of bandStarts.keys())
    expect(Object.values(usCauseShares).reduce((sum, shares) => sum + shares[band]!, 0)).toBeLessThan(1);
});
