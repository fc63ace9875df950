import { areaNumber } from "../cells/area-number.ts";
import { type Cell, readCell } from "../cells/cell.ts";
import { communityAreaIds } from "../places/chicago.ts";
import type { PlaceId } from "../places/place.ts";
import { cityPortal } from "./city-portal.ts";
import type { Source } from "./source.ts";

/**
 * Which community area each census tract of 2010 lies in. Each tract belongs to one area as a whole, as the City
 * assigns them; a few straddle a border, which the file notes in words. Its outlines are not read.
 */
export const tractArea: Source = {
  ...cityPortal("5jrd-6zik"),
  key: "tract-area",
  version: 1,
  title: {
    en: "Community area of each census tract, 2010",
    es: "Área comunitaria de cada sector censal, 2010",
  },
  publisher: "City of Chicago, after the U.S. Census",
  format: "table",
  columns: [
    { key: "tract", headings: ["GEOID10"], required: true },
    { key: "area", headings: ["COMMAREA"], required: true },
    { key: "area-again", headings: ["COMMAREA_N"], required: false },
  ],
  grid: {
    places: communityAreaIds,
    absence: "refused",
    says: {
      en: "Every one of the 77 community areas has at least one tract.",
      es: "Cada una de las 77 áreas comunitarias tiene al menos un sector censal.",
    },
  },
  read: (row, out) => {
    const from = readCell(row, out, "tract", cookCountyTract);
    const to = readCell(row, out, "area", areaNumber);
    const again = row.cell("area-again");
    if (again !== "" && Number(again) !== Number(row.cell("area"))) {
      return out.complain("area-again", again, `${row.cell("area")}, as the other column says`);
    }
    if (from && to) out.link({ from, to, weight: 1 });
  },
};

const cookCountyTract = (text: string): Cell<PlaceId> =>
  /^17031\d{6}$/.test(text)
    ? { value: `tract:${text}` }
    : { expected: "a census tract of Cook County: 17031 and six more digits" };
