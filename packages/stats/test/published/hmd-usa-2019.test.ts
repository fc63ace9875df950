import { expect, test } from "vitest";
import { isUndefined, lifeExpectancy } from "../../src/index.ts";
import { sharedFile } from "./shared-file.ts";

const deaths = sharedFile("lifetables/hmd_usa_2019_deaths_abridged_data.txt");
const exposures = sharedFile("lifetables/hmd_usa_2019_exposures_abridged_data.txt");
const table = sharedFile("lifetables/hmd_usa_2019_lt_abridged_data.txt");

/** Column `index` of the rows of 2019. */
function column(text: string, index: number): number[] {
  const rows = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  return rows.filter((row) => row[0] === "2019").map((row) => Number.parseFloat(row[index]!));
}

test.skipIf(!deaths || !exposures || !table)(
  "the Human Mortality Database's USA 2019 gives a life expectancy of 79.03",
  () => {
    const ages = column(deaths!, 1);
    const years = column(table!, 4);
    const deathFractions = years.map((a, i) => (i + 1 < ages.length ? a / (ages[i + 1]! - ages[i]!) : 0.5));
    const expectancy = lifeExpectancy(
      { ages, deaths: column(deaths!, 4), personYears: column(exposures!, 4) },
      { deathFractions },
    );
    if (isUndefined(expectancy)) throw new Error(expectancy.message);
    expect(expectancy.value.toFixed(2)).toBe("79.03");
    // Published 79.00: the database smooths death rates at the oldest ages.
    expect(Math.abs(expectancy.value - column(table!, 9)[0]!)).toBeLessThan(0.035);
  },
);
