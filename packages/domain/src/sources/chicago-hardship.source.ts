import type { CellParser } from "../cells/cell.ts";
import { dollars, percent } from "../cells/numbers.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { chicagoPlace } from "./chicago-place.ts";
import { cityPortal } from "./city-portal.ts";
import { type MeasuredValue, measuredValue } from "./measured-value.ts";
import type { Measure } from "./observation.ts";
import type { Source } from "./source.ts";

const measures: readonly Readonly<{ measure: Measure; headings: readonly string[]; parse: CellParser<number> }>[] = [
  { measure: "housing-crowded-percent", headings: ["PERCENT OF HOUSING CROWDED"], parse: percent },
  { measure: "households-in-poverty-percent", headings: ["PERCENT HOUSEHOLDS BELOW POVERTY"], parse: percent },
  {
    measure: "unemployed-percent",
    headings: ["PERCENT AGED 16+ UNEMPLOYED", "percent_aged_16_unemployed"],
    parse: percent,
  },
  {
    measure: "no-diploma-percent",
    headings: ["PERCENT AGED 25+ WITHOUT HIGH SCHOOL DIPLOMA", "percent_aged_25_without_high_school_diploma"],
    parse: percent,
  },
  { measure: "under-18-or-over-64-percent", headings: ["PERCENT AGED UNDER 18 OR OVER 64"], parse: percent },
  { measure: "income-per-head-usd", headings: ["PER CAPITA INCOME"], parse: dollars },
  { measure: "hardship-index", headings: ["HARDSHIP INDEX"], parse: percent },
];

/**
 * Six socioeconomic measures of 2008 to 2012 and the hardship index made of them, for the 77 community areas; the
 * measures for the city too. The index ranks areas against each other, so that it does not apply to the city.
 *
 * The six are those of Nathan and Adams (Political Science Quarterly 91, 1976). The published index cannot be rebuilt
 * exactly from the columns beside it, which are rounded.
 */
export const chicagoHardship: Source = {
  ...cityPortal("kn9c-c2s2"),
  key: "chicago-hardship",
  version: 1,
  title: {
    en: "Socioeconomic measures and hardship index by community area, 2008–2012",
    es: "Medidas socioeconómicas e índice de dificultades por área comunitaria, 2008–2012",
  },
  publisher: "City of Chicago, after the American Community Survey",
  format: "table",
  columns: [
    { key: "area-number", headings: ["Community Area Number", "ca"], required: true },
    { key: "area-name", headings: ["COMMUNITY AREA NAME"], required: false },
    ...measures.map(({ measure, headings }) => ({ key: measure, headings, required: true })),
  ],
  grid: {
    places: [...communityAreaIds, "city:chicago"],
    absence: "refused",
    says: {
      en: "Every community area, and the city, has each of the six measures; every area has the index.",
      es: "Cada área comunitaria, y la ciudad, tiene cada una de las seis medidas; cada área tiene el índice.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = chicagoPlace(row, out, gazetteer);
    if (placeId === undefined) return;
    const about = {
      placeId,
      yearFrom: 2008,
      yearTo: 2012,
      sex: "all",
      ageFrom: 0,
      ageBelow: null,
      cause: "all",
    } as const;
    for (const { measure, parse } of measures) {
      const applies = measure !== "hardship-index" || placeId !== "city:chicago" || row.cell(measure) !== "";
      const value = applies ? measuredValue(row, { value: measure }, out, parse) : notApplicable;
      if (value) out.observe({ ...about, ...value, measure, doubt: null });
    }
  },
};

const notApplicable: MeasuredValue = { state: "not-applicable", value: null, lower: null, upper: null };
