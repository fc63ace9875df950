import { createHash } from "node:crypto";
import { causeByKey } from "@evenspan/domain/sources/causes";
import { isUndefined, lifeExpectancy } from "@evenspan/stats";
import { expect, test } from "vitest";
import { bandLabels, bandStarts, sexes, syntheticYears } from "./bands.ts";
import { calibrations } from "./calibration.ts";
import { causeShares, syntheticCauses } from "./cause-shares.ts";
import { type SyntheticCell, syntheticCells } from "./counts.ts";
import { peopleInYear } from "./people.ts";
import { scheduleFor } from "./schedule.ts";
import { syntheticAreas } from "./synthetic-area.ts";
import { deathsCsv, peopleCsv } from "./synthetic-files.ts";

const cells = syntheticCells();
const calibrated = calibrations(cells);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const sum = (of: readonly SyntheticCell[], count: (cell: SyntheticCell) => number) =>
  of.reduce((total, cell) => total + count(cell), 0);
const standing = (area: number) => calibrated.find((one) => one.area === area)!;

test("the same seed gives the same bytes, today and on the day this was written", () => {
  expect(peopleCsv(syntheticCells())).toBe(peopleCsv(cells));
  expect(deathsCsv(syntheticCells())).toBe(deathsCsv(cells));
  expect(sha256(peopleCsv(cells))).toBe("1e867a8cd6869dda04e12e805aa1b792d14da813db62ec0c2878478fec0442e9");
  expect(sha256(deathsCsv(cells))).toBe("7e007c6aa458f993d9fd2f2872f1e9c1ddfa5585700b45348deb43725e2194e7");
});

test("another seed gives other deaths", () => {
  expect(deathsCsv(syntheticCells(1))).not.toBe(deathsCsv(cells));
});

test("each file has a row for every cell of its grid, empty ones too, and fewer than 150,000 in all", () => {
  const grid = 77 * syntheticYears.length * sexes.length * bandStarts.length;
  const rows = (text: string) => text.trimEnd().split("\n").slice(1);
  expect(rows(peopleCsv(cells))).toHaveLength(grid);
  expect(rows(deathsCsv(cells))).toHaveLength(grid * (1 + syntheticCauses.length));
  const keys = rows(deathsCsv(cells)).map((row) => row.slice(0, row.lastIndexOf(",")));
  expect(new Set(keys).size).toBe(keys.length);
  expect(grid * (2 + syntheticCauses.length)).toBeLessThan(150_000);
});

test("an area's people of a year are its Census count with the stated drift, exactly", () => {
  for (const area of syntheticAreas)
    for (const year of syntheticYears) {
      const counted = sum(
        cells.filter((cell) => cell.area === area.area && cell.year === year),
        (cell) => cell.people,
      );
      expect(counted).toBe(peopleInYear(area, year));
      expect(Math.abs(counted / area.people2010 - 1)).toBeLessThan(0.065);
    }
});

test("no cell is without people or has more deaths than people", () => {
  for (const { people, deaths } of cells) expect([people > 0, deaths <= people]).toEqual([true, true]);
});

test("all causes are those listed and what is left over", () => {
  for (const { deaths, deathsByCause } of cells)
    expect(deaths).toBeGreaterThanOrEqual(deathsByCause.reduce((total, count) => total + count, 0));
  for (const cause of syntheticCauses) expect(causeByKey(cause)?.key).toBe(cause);
});

test("the targets run from the published 2010 toward the reported 2023", () => {
  const target = (area: number) => standing(area).targetYears;
  expect(target(32)).toBeCloseTo(85 + (7 / 13) * 2.3, 10);
  expect(target(26)).toBeCloseTo(68.8 - (7 / 13) * 2.2, 10);
  expect(target(28)).toBeGreaterThan(78.9);
  expect(target(27)).toBeLessThan(71.7);
});

test("a schedule meets its target over the people it is made for", () => {
  const people = { female: bandStarts.map(() => 1000), male: bandStarts.map(() => 900) };
  for (const target of [60, 67.6, 79, 86.2, 95]) {
    const { rates } = scheduleFor(people, target);
    const deaths = bandStarts.map((_, i) => 1000 * rates.female[i]! + 900 * rates.male[i]!);
    const made = lifeExpectancy({ ages: bandStarts, deaths, personYears: bandStarts.map(() => 1900) });
    expect(isUndefined(made) ? made.message : made.value).toBeCloseTo(target, 8);
  }
});

test("where the burden is greater every rate is higher, and infants die more often than children", () => {
  const people = { female: bandStarts.map(() => 1000), male: bandStarts.map(() => 1000) };
  const [lighter, heavier] = [scheduleFor(people, 85).rates, scheduleFor(people, 68).rates];
  for (const sex of sexes) {
    for (const band of bandStarts.keys()) expect(heavier[sex][band]!).toBeGreaterThan(lighter[sex][band]!);
    expect(heavier[sex][0]!).toBeGreaterThan(10 * heavier[sex][1]!);
  }
});

test("every area's computed life expectancy is within chance of its target", () => {
  const distances = calibrated.map(({ distance }) => distance);
  expect(distances).toHaveLength(77);
  for (const distance of distances) expect(Math.abs(distance)).toBeLessThan(3.3); // 1 in 1000 for one area
  const squares = distances.reduce((total, distance) => total + distance ** 2, 0);
  expect(squares).toBeGreaterThan(47.6); // chi-square with 77 degrees of freedom, 0.5% and
  expect(squares).toBeLessThan(112.7); // 99.5%
});

test("the Loop and West Garfield Park come out near their targets, and apart", () => {
  expect(standing(32).computed.value).toBeGreaterThan(85);
  expect(standing(32).computed.value).toBeLessThan(88);
  expect(standing(26).computed.value).toBeGreaterThan(66.5);
  expect(standing(26).computed.value).toBeLessThan(69);
});

test("the smallest areas have the widest intervals", () => {
  const reach = (area: number) => (standing(area).computed.upper - standing(area).computed.lower) / 2;
  for (const area of [36, 37, 47, 54]) expect(reach(area)).toBeGreaterThan(1.7);
  for (const area of [37, 47]) expect(reach(area)).toBeGreaterThan(2.5);
  expect(reach(25)).toBeLessThan(0.6);
});

test("homicide stands mostly at ages 15 to 44, and more where the burden is greater", () => {
  const homicide = syntheticCauses.indexOf("homicide");
  const count = (cell: SyntheticCell) => cell.deathsByCause[homicide]!;
  const young = cells.filter(({ band }) => bandStarts[band]! >= 15 && bandStarts[band]! < 45);
  expect(sum(young, count) / sum(cells, count)).toBeGreaterThan(0.7);
  expect(causeShares(0.8, "male", 3)[homicide]).toBeGreaterThan(2 * causeShares(0, "male", 3)[homicide]!);
  expect(causeShares(0.8, "male", 3).reduce((total, share) => total + share, 0)).toBeLessThan(1);
});

test("single causes are too few to be shown in Burnside, and enough for heart disease in West Garfield Park", () => {
  const deathsOf = (area: number, cause: (typeof syntheticCauses)[number]) =>
    sum(
      cells.filter((cell) => cell.area === area),
      (cell) => cell.deathsByCause[syntheticCauses.indexOf(cause)]!,
    );
  expect(deathsOf(26, "coronary-heart-disease")).toBeGreaterThan(20);
  for (const cause of ["stroke", "suicide", "diabetes-related"] as const) {
    expect(deathsOf(47, cause)).toBeGreaterThan(0);
    expect(deathsOf(47, cause)).toBeLessThanOrEqual(10);
  }
});

test("the files name places, sexes and ages as the general sources have them", () => {
  const [first, second] = deathsCsv(cells).split("\n").slice(1);
  expect(first).toMatch(/^area:1,2015,female,0,all,\d+$/);
  expect(second).toMatch(/^area:1,2015,female,0,cancer,\d+$/);
  expect(peopleCsv(cells).trimEnd().split("\n").at(-1)).toMatch(/^area:77,2019,male,85\+,\d+$/);
  expect(bandLabels).toHaveLength(bandStarts.length);
});
