import { communityAreaIds } from "../places/chicago.ts";
import { chicagoPlace } from "./chicago-place.ts";
import { cityPortal } from "./city-portal.ts";
import type { Source } from "./source.ts";

// Degrees around the city, with some room: an outline beyond is of another place, or has latitude first.
const chicago = { west: -88.1, east: -87.3, south: 41.5, north: 42.2 } as const;

/**
 * The outlines of the 77 community areas. The number is in `area_numbe`; `area`, `comarea` and `comarea_id` are 0 for
 * all of them and are not read. The portal moved the set from cauq-8yn6 to igwz-8jzy.
 */
export const communityAreaBoundaries: Source = {
  ...cityPortal("cauq-8yn6"),
  key: "community-area-boundaries",
  version: 1,
  title: { en: "Boundaries of the community areas", es: "Límites de las áreas comunitarias" },
  publisher: "City of Chicago",
  download: "https://data.cityofchicago.org/resource/igwz-8jzy.geojson?$limit=1000",
  format: "geojson",
  columns: [
    { key: "area-number", headings: ["area_numbe", "area_number"], required: true },
    { key: "area-name", headings: ["community"], required: false },
  ],
  grid: {
    places: communityAreaIds,
    absence: "refused",
    says: {
      en: "Every one of the 77 community areas has one outline.",
      es: "Cada una de las 77 áreas comunitarias tiene un contorno.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = chicagoPlace(row, out, gazetteer);
    if (placeId === undefined) return;
    const stray = positionsOf(row.geometry).find(outsideChicago);
    if (stray) out.complain(null, `the position ${stray.join(", ")}`, "longitude and latitude of a place in Chicago");
    else out.outline({ placeId, geometry: row.geometry });
  },
};

const outsideChicago = ([longitude, latitude]: Position): boolean =>
  longitude < chicago.west || longitude > chicago.east || latitude < chicago.south || latitude > chicago.north;

type Position = readonly [longitude: number, latitude: number];

/** All positions of a MultiPolygon, which is what the reader of GeoJSON makes of every geometry. */
const positionsOf = (geometry: unknown): readonly Position[] =>
  (geometry as { coordinates: readonly (readonly (readonly Position[])[])[] }).coordinates.flat(2);
