import { ageBand } from "../cells/age-band.ts";
import { type Cell, readCell } from "../cells/cell.ts";
import { count } from "../cells/numbers.ts";
import { sex } from "../cells/sex.ts";
import { communityAreaIds } from "../places/chicago.ts";
import type { PlaceId } from "../places/place.ts";
import { areaOrCity } from "./chicago-place.ts";
import { type Adding, falseTotals, roundedApart } from "./false-totals.rules.ts";
import type { Observation } from "./observation.ts";
import type { Reading, Row, Source } from "./source.ts";

const years = Array.from({ length: 14 }, (_, index) => 1999 + index);

/**
 * ZIP codes that the file counts together. Its populations of 2010 equal the Census counts of these codes to the
 * person; 60610 and 60622 are drawn as before 60654 (2008) and 60642 (2009) were split off.
 */
const joinedZips: Readonly<Record<string, readonly string[]>> = {
  "6761": ["60606", "60607", "60661"],
  "12311": ["60601", "60602", "60603", "60604", "60605", "60611"],
  "60610": ["60610", "60654"],
  "60622": ["60622", "60642"],
};

/**
 * People by community area or ZIP code, ten age bands and sex, 1999 to 2012: Census counts of 2000 and 2010, and a
 * straight line between them. The denominators of the City's death rates.
 *
 * Each number was rounded on its own, so that its parts add to a total only within half a person for each of them:
 * five people over the ten bands, two over the sexes (seven totals of both are two off), 39 over the 77 areas.
 */
export const chicagoPopulation: Source = {
  key: "chicago-population",
  version: 1,
  title: {
    en: "Population by area, age and sex, 1999–2012",
    es: "Población por área, edad y sexo, 1999–2012",
  },
  publisher: "Chicago Department of Public Health, after the U.S. Census",
  dataSet: "Population estimates by community area and ZIP code, 1999–2012 (Smart Chicago Collaborative)",
  licence: {
    en: "Public: U.S. Census counts, and estimates of the City of Chicago made from them",
    es: "Público: recuentos del Censo de EE. UU. y estimaciones de la Ciudad de Chicago hechas con ellos",
  },
  homepage: "https://github.com/smartchicago/chicago-atlas",
  download: null,
  origin: "published",
  format: "table",
  onePersonARow: false,
  columns: [
    { key: "place", headings: ["AREA"], required: true },
    { key: "age", headings: ["AGEGP"], required: true },
    { key: "sex", headings: ["SEXGP"], required: true },
    ...years.map((year) => ({ key: `people-${year}`, headings: [`POP${year}`], required: true })),
  ],
  grid: {
    places: [...communityAreaIds, "city:chicago"],
    absence: "refused",
    says: {
      en: "Every community area, and the city, has each age band and sex in each year.",
      es: "Cada área comunitaria, y la ciudad, tiene cada grupo de edad y sexo en cada año.",
    },
  },
  read: (row, out) => {
    const about = readKey(row, out);
    if (!about) return;
    for (const year of years) {
      const people = readCell(row, out, `people-${year}`, count);
      if (people === undefined) continue;
      const when = { yearFrom: year, yearTo: year };
      const plain = { state: "shown", lower: null, upper: null, cause: "all", doubt: null } as const;
      out.observe({ ...about, ...when, ...plain, measure: "population", value: people });
    }
  },
  check: (observations, complainOf) => {
    for (const adding of [overAges, overSexes, overAreas]) {
      for (const { total, sum } of falseTotals(observations, adding)) {
        complainOf(total.line, `people-${total.yearFrom}`, String(total.value), `about ${sum}, as its parts add to`);
      }
    }
  },
};

type RowKey = Pick<Observation, "placeId" | "sex" | "ageFrom" | "ageBelow">;

function readKey(row: Row, out: Reading): RowKey | undefined {
  const placeId = readCell(row, out, "place", areaCityOrZip);
  const band = readCell(row, out, "age", ageBand);
  const whose = readCell(row, out, "sex", sex);
  return placeId && band && whose ? { placeId, sex: whose, ...band } : undefined;
}

function areaCityOrZip(code: string): Cell<PlaceId> {
  const joined = joinedZips[code];
  if (joined) return { value: `zip:${joined.join("-")}` };
  if (/^\d{5}$/.test(code)) return { value: `zip:${code}` };
  const place = areaOrCity(code);
  return "value" in place ? place : { expected: "a community area number, a ZIP code, or CH for the city" };
}

const allAges = (one: Observation): boolean => one.ageFrom === 0 && one.ageBelow === null;

const overAges: Adding = {
  group: (one) => `${one.placeId} ${one.yearFrom} ${one.sex}`,
  isTotal: allAges,
  slack: roundedApart,
};

const overSexes: Adding = {
  group: (one) => `${one.placeId} ${one.yearFrom} ${one.ageFrom} ${one.ageBelow}`,
  isTotal: (one) => one.sex === "all",
  slack: () => ({ short: 2, over: 2 }),
};

const overAreas: Adding = {
  group: (one) => (one.placeId.startsWith("zip:") ? null : `${one.yearFrom} ${one.sex} ${one.ageFrom} ${one.ageBelow}`),
  isTotal: (one) => one.placeId === "city:chicago",
  slack: roundedApart,
};
