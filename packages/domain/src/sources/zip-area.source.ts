import { areaNumber } from "../cells/area-number.ts";
import { type Cell, readCell } from "../cells/cell.ts";
import { count } from "../cells/numbers.ts";
import { communityAreaIds } from "../places/chicago.ts";
import type { PlaceId } from "../places/place.ts";
import type { Source } from "./source.ts";

/**
 * How many people of each ZIP code live in each community area, by the blocks of the 2010 Census: the weights with
 * which a value by ZIP code becomes one by area. Only people within the city are counted; pairs without people stay.
 */
export const zipArea: Source = {
  key: "zip-area",
  version: 1,
  title: {
    en: "People by ZIP code and community area, 2010",
    es: "Población por código postal y área comunitaria, 2010",
  },
  publisher: "U.S. Census Bureau; compiled from Census blocks by Rob Paral and Associates",
  dataSet: "2010 Census population by community area and ZIP code",
  licence: { en: "Public domain (U.S. Census counts)", es: "Dominio público (recuentos del Censo de EE. UU.)" },
  homepage: "https://www.census.gov/programs-surveys/decennial-census/decade.2010.html",
  download: null,
  origin: "published",
  format: "table",
  onePersonARow: false,
  columns: [
    { key: "area", headings: ["Community Area Number"], required: true },
    { key: "zip", headings: ["ZipCode", "ZIP Code", "ZIP"], required: true },
    { key: "people", headings: ["Tot Pop 2010", "Total Population 2010"], required: true },
  ],
  grid: {
    places: communityAreaIds,
    absence: "refused",
    says: {
      en: "Every one of the 77 community areas has at least one ZIP code; a pair that is absent shares nobody.",
      es: "Cada área comunitaria tiene al menos un código postal; un par ausente no comparte a nadie.",
    },
  },
  read: (row, out) => {
    const from = readCell(row, out, "zip", zipCode);
    const to = readCell(row, out, "area", areaNumber);
    const people = readCell(row, out, "people", count);
    if (from && to && people !== undefined) out.link({ from, to, weight: people });
  },
};

const zipCode = (text: string): Cell<PlaceId> =>
  /^\d{5}$/.test(text) ? { value: `zip:${text}` } : { expected: "a ZIP code of five digits" };
