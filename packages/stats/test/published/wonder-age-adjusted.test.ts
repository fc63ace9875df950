import { expect, test } from "vitest";
import { directRate, isUndefined, lifeExpectancy, us2000In11Bands } from "../../src/index.ts";
import { records, sharedFile } from "./shared-file.ts";

const counts = sharedFile("lifetables/wonder_deaths_pop_age10_US_Total_1999_2018.txt");
const published = sharedFile("lifetables/wonder_age_adjusted_MortalityUS.txt");

/** Deaths and people of one year in the eleven age groups, youngest first; rows of unstated age have no population. */
function yearBands(year: string): { events: number[]; personYears: number[] } {
  const rows = records(counts!, "\t").filter((row) => row.Year === year && Number.isFinite(Number(row.Population)));
  return { events: rows.map((row) => Number(row.Deaths)), personYears: rows.map((row) => Number(row.Population)) };
}

test.skipIf(!counts || !published)(
  "CDC WONDER's US age-adjusted rates 1999–2018 are repeated, 19 of 20 to the decimal",
  () => {
    const misses: string[] = [];
    const rows = records(published!, "\t").filter((row) => row.Year);
    for (const row of rows) {
      const rate = directRate({ ...yearBands(row.Year!), standardPopulation: us2000In11Bands.people });
      if (isUndefined(rate)) throw new Error(rate.message);
      const adjusted = Number(row["Age Adjusted Rate"]);
      expect(Math.abs(rate.value - adjusted)).toBeLessThan(0.15);
      if (rate.value.toFixed(1) !== adjusted.toFixed(1))
        misses.push(`${row.Year}: ${rate.value.toFixed(3)} for ${adjusted}`);
    }
    console.log(
      `WONDER: ${rows.length - misses.length} of ${rows.length} age-adjusted rates equal; ${misses.join("; ")}`,
    );
    expect(rows).toHaveLength(20);
    expect(misses).toHaveLength(1);
  },
);

test.skipIf(!counts)("WONDER's US deaths of 2010 give a life expectancy of about 78.9", () => {
  const { events, personYears } = yearBands("2010");
  const expectancy = lifeExpectancy({ ages: us2000In11Bands.ages, deaths: events, personYears });
  if (isUndefined(expectancy)) throw new Error(expectancy.message);
  // NCHS published 78.7 from single years of age; ten-year groups open at 85 stay within a quarter of a year.
  expect(expectancy.value.toFixed(1)).toBe("78.9");
});
