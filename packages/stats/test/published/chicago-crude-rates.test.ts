import { expect, test } from "vitest";
import { crudeRate, isUndefined } from "../../src/index.ts";
import { records, sharedFile } from "./shared-file.ts";

const deaths = sharedFile("mortality/chicago_underlying_causes_of_death_2006_2010_j6cj-r444.csv");
const population = sharedFile("population/chicago_population_estimates_1999_2012_by_area_age_sex.csv");

/** Person-years 2006–2010 by area (0 for the whole city of 77) and sex. */
function personYears(text: string): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, years: number) => sums.set(key, (sums.get(key) ?? 0) + years);
  for (const row of records(text, ",")) {
    if (row.AGEGP !== "TOTAL" || !(Number(row.AREA) <= 77)) continue;
    const years = [2006, 2007, 2008, 2009, 2010].reduce((sum, year) => sum + Number(row[`POP${year}`]), 0);
    add(`${row.AREA} ${row.SEXGP}`, years);
    add(`0 ${row.SEXGP}`, years);
  }
  return sums;
}

function sexOf(cause: string): string {
  if (/ in females$/.test(cause)) return "FEMALE";
  return / in males$/.test(cause) ? "MALE" : "ALL";
}

test.skipIf(!deaths || !population)("Chicago's 1,399 crude rates and their limits of 2006–2010 are repeated", () => {
  const years = personYears(population!);
  let rates = 0;
  let equal = 0;
  let worstLimit = 0;
  for (const row of records(deaths!, ",")) {
    const published = row["Average Crude Rate 2006 - 2010"];
    // Five areas without a death have no upper limit printed.
    if (!published || !row["Average Crude Rate Upper CI"]) continue;
    rates++;
    const events = Number(row["Cumulative Deaths 2006 - 2010"]);
    const rate = crudeRate(
      { events, personYears: years.get(`${row["Community Area"]} ${sexOf(row["Cause of Death"]!)}`)! },
      { method: "chicago-2006-2010" },
    );
    if (isUndefined(rate)) throw new Error(rate.message);
    if (rate.value.toFixed(1) === Number(published).toFixed(1)) equal++;
    const lower = Math.abs(rate.lower - Number(row["Average Crude Rate Lower CI"]));
    const upper = Math.abs(rate.upper - Number(row["Average Crude Rate Upper CI"]));
    worstLimit = Math.max(worstLimit, lower, upper);
  }
  console.log(`Chicago 2006–2010: ${equal} of ${rates} crude rates equal, worst limit off by ${worstLimit.toFixed(3)}`);
  expect(rates).toBe(1399);
  expect(equal).toBe(1399);
  expect(worstLimit).toBeLessThan(0.11);
});
