import { orMissing, readCell } from "../cells/cell.ts";
import { count, notNegative } from "../cells/numbers.ts";
import { communityAreaIds } from "../places/chicago.ts";
import { plainName } from "../places/gazetteer.ts";
import { causes } from "./causes.ts";
import { chicagoPlace } from "./chicago-place.ts";
import { cityHealthDepartment, cityPortal } from "./city-portal.ts";
import { type Adding, falseTotals, someUnknown } from "./false-totals.rules.ts";
import { measuredValue, type ValueColumns } from "./measured-value.ts";
import type { Measure, Observation, Sex } from "./observation.ts";
import type { Column, ComplainOf, Reading, Row, Source } from "./source.ts";

/** What a name in the cause column stands for: "All causes in males" is a sex, "Stroke" a cause. */
const rowKinds = new Map<string, Readonly<{ cause: string; sex: Sex }>>(
  causes.flatMap(({ key, headings }) =>
    headings.map((heading) => {
      const name = plainName(heading);
      const sex: Sex = /in females$/.test(name) ? "female" : /in males$/.test(name) ? "male" : "all";
      return [name, { cause: key, sex }];
    }),
  ),
);

const rates: readonly (ValueColumns & { measure: Measure })[] = [
  { measure: "crude-death-rate-per-100k", value: "crude", lower: "crude-lower", upper: "crude-upper" },
  { measure: "adjusted-death-rate-per-100k", value: "adjusted", lower: "adjusted-lower", upper: "adjusted-upper" },
  { measure: "ypll-rate-per-100k", value: "ypll" },
];

const column = (key: string, ...headings: string[]): Column => ({ key, headings, required: true });

/**
 * Deaths, crude and age-adjusted rates with 95% intervals, and years of potential life lost by 16 causes, for the 77
 * community areas and the city, 2006 to 2010 as one period. Rates are yearly averages.
 *
 * The counts of the areas add to less than the city's (0.8% of deaths had no known area), and the sexes to nine less
 * than all. Five rates of no deaths have no upper limit in the file, and are kept without an interval.
 */
export const chicagoCausesOfDeath: Source = {
  ...cityPortal("j6cj-r444"),
  key: "chicago-causes-of-death",
  version: 1,
  title: {
    en: "Underlying causes of death by community area, 2006–2010",
    es: "Causas básicas de muerte por área comunitaria, 2006–2010",
  },
  publisher: cityHealthDepartment,
  format: "table",
  columns: [
    column("cause", "Cause of Death"),
    column("area-number", "Community Area"),
    { key: "area-name", headings: ["Community Area Name"], required: false },
    column("deaths", "Cumulative Deaths 2006 - 2010"),
    { key: "deaths-a-year", headings: ["Average Annual Deaths 2006 - 2010"], required: false },
    column("crude", "Average Crude Rate 2006 - 2010"),
    column("crude-lower", "Average Crude Rate Lower CI"),
    column("crude-upper", "Average Crude Rate Upper CI"),
    column("adjusted", "Average Adjusted Rate 2006 - 2010"),
    column("adjusted-lower", "Average Adjusted Rate Lower CI"),
    column("adjusted-upper", "Average Adjusted Rate Upper CI"),
    column(
      "ypll",
      "Average Annual Years of Potential Life Lost (YPLL) Rate 2006 - 2010",
      "average_annual_years_of_potential_life_lost_ypll_rate 2006 - 2010",
    ),
    column("warning", "WARNING"),
  ],
  grid: {
    places: [...communityAreaIds, "city:chicago"],
    absence: "refused",
    says: {
      en: "Each cause has a row for every one of the 77 community areas and for the city.",
      es: "Cada causa tiene una fila para cada una de las 77 áreas comunitarias y para la ciudad.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = chicagoPlace(row, out, gazetteer);
    const kind = rowKinds.get(plainName(row.cell("cause")));
    if (!kind) out.complain("cause", row.cell("cause"), "one of the City's causes of death, such as Diabetes-related");
    if (!placeId || !kind) return;
    const about = { ...kind, placeId, yearFrom: 2006, yearTo: 2010, ageFrom: 0, ageBelow: null };
    const deaths = readDeaths(row, out);
    if (deaths !== undefined) {
      const none = { lower: null, upper: null, doubt: null };
      out.observe({ ...about, measure: "deaths", state: "shown", value: deaths, ...none });
    }
    const doubt = row.cell("warning") === "" ? null : "publisher-warning";
    for (const { measure, ...columns } of rates) {
      const measured = measuredValue(row, columns, out, notNegative);
      if (measured) out.observe({ ...about, ...measured, measure, doubt: measured.value === null ? null : doubt });
    }
  },
  check: (observations, complainOf) => {
    const deaths = observations.filter((one) => one.measure === "deaths");
    checkRowsPresent(deaths, complainOf);
    for (const { total, sum } of [...falseTotals(deaths, sexes), ...falseTotals(deaths, areas)]) {
      complainOf(total.line, "deaths", String(total.value), `at least ${sum}, as the parts of this total add to`);
    }
  },
};

// The count stands twice, as a sum and as a yearly average; a slip in one shows in the other.
function readDeaths(row: Row, out: Reading): number | undefined {
  const deaths = readCell(row, out, "deaths", count);
  const aYear = readCell(row, out, "deaths-a-year", orMissing(count));
  if (deaths !== undefined && typeof aYear === "number" && aYear !== Math.round(deaths / 5)) {
    out.complain(
      "deaths",
      String(deaths),
      `five times the yearly average of ${aYear} that stands beside it, or nearly`,
    );
  }
  return deaths;
}

const sexes: Adding = {
  group: (one) => (one.cause === "all" ? one.placeId : null),
  isTotal: (one) => one.sex === "all",
  slack: someUnknown,
};

const areas: Adding = {
  group: (one) => `${one.cause} ${one.sex}`,
  isTotal: (one) => one.placeId === "city:chicago",
  slack: someUnknown,
};

function checkRowsPresent(deaths: readonly Observation[], complainOf: ComplainOf): void {
  const there = new Set(deaths.map((one) => `${one.cause} ${one.sex} ${one.placeId}`));
  const lastLine = deaths.reduce((last, one) => Math.max(last, one.line), 1);
  for (const [name, { cause, sex }] of rowKinds) {
    for (const placeId of [...communityAreaIds, "city:chicago"]) {
      if (there.has(`${cause} ${sex} ${placeId}`)) continue;
      complainOf(lastLine, "cause", `no row of “${name}” for ${placeId}`, "a row of each cause for each place");
    }
  }
}
