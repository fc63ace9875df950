import { type Cell, orMissing, readCell } from "../cells/cell.ts";
import { lifeExpectancyYears } from "../cells/life-expectancy-years.ts";
import { notNegative } from "../cells/numbers.ts";
import type { PlaceId } from "../places/place.ts";
import type { Observation } from "./observation.ts";
import type { Source } from "./source.ts";

/**
 * Life expectancy at birth of census tracts, 2010 to 2015: the U.S. Small-area Life Expectancy Estimates Project.
 *
 * Tracts are named by all eleven digits of their GEOID; a spreadsheet that drops the first zero is refused. Where the
 * file has standard errors, as NCHS published it, the limits are 1.96 of them to either side. A tract that is not in
 * the file had too few people for an estimate.
 */
export const usaleep: Source = {
  key: "usaleep",
  version: 1,
  title: {
    en: "Life expectancy by census tract, 2010–2015",
    es: "Esperanza de vida por sector censal, 2010–2015",
  },
  publisher: "National Center for Health Statistics (CDC)",
  dataSet: "USALEEP US_A",
  licence: { en: "Public domain (U.S. Government)", es: "Dominio público (Gobierno de EE. UU.)" },
  homepage: "https://www.cdc.gov/nchs/nvss/usaleep/usaleep.html",
  download: "https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Datasets/NVSS/USALEEP/CSV/US_A.CSV",
  origin: "published",
  format: "table",
  onePersonARow: false,
  columns: [
    { key: "tract", headings: ["GEOID", "Tract ID"], required: true },
    { key: "value", headings: ["LE", "e(0)"], required: true },
    { key: "standard-error", headings: ["se(e(0))"], required: false },
  ],
  grid: {
    places: "as-found",
    absence: "missing",
    says: {
      en: "Tracts with too few people for an estimate are not in the file.",
      es: "Los sectores con muy poca población para una estimación no están en el archivo.",
    },
  },
  read: (row, out) => {
    const placeId = readCell(row, out, "tract", tract);
    const value = readCell(row, out, "value", yearsOrMissing);
    const error = readCell(row, out, "standard-error", errorOrMissing);
    if (!placeId || value === undefined || error === undefined) return;
    const interval = value !== null && error !== null ? limits(value, 1.96 * error) : noLimits;
    out.observe({ ...ofBirths, placeId, state: value === null ? "missing" : "shown", value, ...interval });
  },
};

const tract = (text: string): Cell<PlaceId> =>
  /^\d{11}$/.test(text)
    ? { value: `tract:${text}` }
    : { expected: "a GEOID of eleven digits, such as 01001020100; a spreadsheet may have dropped the first" };

const yearsOrMissing = orMissing(lifeExpectancyYears);
const errorOrMissing = orMissing(notNegative);

const ofBirths = {
  measure: "life-expectancy-years",
  yearFrom: 2010,
  yearTo: 2015,
  sex: "all",
  ageFrom: 0,
  ageBelow: null,
  cause: "all",
  doubt: null,
} as const;

type Limits = Pick<Observation, "lower" | "upper">;

const noLimits: Limits = { lower: null, upper: null };
const limits = (value: number, half: number): Limits => ({ lower: value - half, upper: value + half });
