import { lifeExpectancyYears } from "../cells/life-expectancy-years.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { chicagoPlace } from "./chicago-place.ts";
import { cityHealthDepartment, cityPortal } from "./city-portal.ts";
import { measuredValue } from "./measured-value.ts";
import type { Column, Source } from "./source.ts";

const years = [1990, 2000, 2010] as const;

const ofYear = (year: number): Column[] => [
  { key: `value-${year}`, headings: [`${year} Life Expectancy`], required: true },
  limit(year, "lower"),
  limit(year, "upper"),
];

function limit(year: number, end: "lower" | "upper"): Column {
  const headings = ["95% CI", "95Percent CI", "95 CI"].map((words) => `${year} ${end} ${words}`);
  return { key: `${end}-${year}`, headings, required: true };
}

/**
 * Life expectancy at birth of the 77 community areas in 1990, 2000 and 2010 with 95% intervals, as the City published
 * them. There is no row for the city as a whole, and no later edition.
 */
export const chicagoLifeExpectancy: Source = {
  ...cityPortal("qjr3-bm53"),
  key: "chicago-life-expectancy",
  version: 1,
  title: {
    en: "Life expectancy by community area, 1990, 2000 and 2010",
    es: "Esperanza de vida por área comunitaria, 1990, 2000 y 2010",
  },
  publisher: cityHealthDepartment,
  format: "table",
  columns: [
    { key: "area-number", headings: ["Community Area Number", "ca"], required: true },
    { key: "area-name", headings: ["Community Area"], required: false },
    ...years.flatMap(ofYear),
  ],
  grid: {
    places: communityAreaIds,
    absence: "refused",
    says: {
      en: "Every one of the 77 community areas has a value for each of the three years.",
      es: "Cada una de las 77 áreas comunitarias tiene un valor para cada uno de los tres años.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = chicagoPlace(row, out, gazetteer);
    if (placeId === undefined) return;
    for (const year of years) {
      const columns = { value: `value-${year}`, lower: `lower-${year}`, upper: `upper-${year}` };
      const measured = measuredValue(row, columns, out, lifeExpectancyYears);
      if (measured === undefined) continue;
      out.observe({
        ...measured,
        measure: "life-expectancy-years",
        placeId,
        yearFrom: year,
        yearTo: year,
        sex: "all",
        ageFrom: 0,
        ageBelow: null,
        cause: "all",
        doubt: null,
      });
    }
  },
};
