import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMalformed } from "../malformed.ts";
import { sharedFile } from "../testing/shared-file.ts";
import { type MultiPolygon, twiceSignedArea } from "./geometry.ts";
import { normaliseGeojson, type OutlineFeature } from "./normalise.ts";
import { writeGeojson } from "./write-geojson.ts";

const clockwise = [
  [0, 0],
  [0, 4],
  [4, 4],
  [4, 0],
  [0, 0],
];
const counterClockwise = [...clockwise].reverse();
const hole = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 2],
  [1, 1],
];

const feature = (geometry: unknown, more: object = {}): object => ({
  type: "Feature",
  properties: {},
  geometry,
  ...more,
});
const collection = (features: unknown[], more: object = {}): string =>
  JSON.stringify({ type: "FeatureCollection", ...more, features }, null, 1);
const polygon = (...coordinates: unknown[]): object => ({ type: "Polygon", coordinates });

function read(text: string): readonly OutlineFeature[] {
  const told = normaliseGeojson(text);
  if (isMalformed(told)) throw new Error(`${told.line}: ${told.found}, expected ${told.expected}`);
  return told.features;
}

const winding = ({ coordinates }: MultiPolygon): number[][] =>
  coordinates.map((rings) => rings.map((ring) => Math.sign(twiceSignedArea(ring))));

describe("GeoJSON in any form", () => {
  it("becomes MultiPolygons from a collection, a feature and a bare geometry", () => {
    const expected = [[counterClockwise]];
    for (const text of [
      collection([feature(polygon(clockwise))]),
      JSON.stringify(feature(polygon(clockwise))),
      JSON.stringify(polygon(clockwise)),
      JSON.stringify({ type: "MultiPolygon", coordinates: [[clockwise]] }),
      JSON.stringify({ type: "GeometryCollection", geometries: [polygon(clockwise)] }),
    ]) {
      expect(read(text)[0]!.geometry).toEqual({ type: "MultiPolygon", coordinates: expected });
    }
  });

  it("runs outer rings counter-clockwise and holes clockwise", () => {
    expect(winding(read(JSON.stringify(polygon(clockwise, hole)))[0]!.geometry)).toEqual([[1, -1]]);
  });

  it("keeps ids as text and properties as they are", () => {
    const [one, two, three] = read(
      collection([
        feature(polygon(clockwise), { id: 26, properties: { area_numbe: "26" } }),
        feature(polygon(clockwise), { id: "27", properties: null }),
        feature(polygon(clockwise)),
      ]),
    );
    expect([one!.id, two!.id, three!.id]).toEqual(["26", "27", null]);
    expect([one!.properties, two!.properties]).toEqual([{ area_numbe: "26" }, {}]);
  });

  it("closes open rings, drops heights and reads numbers written as text", () => {
    const [open] = read(
      JSON.stringify(
        polygon([
          ["0", "0", "180"],
          [4, 0, 181],
          [4, 4, 182],
        ]),
      ),
    );
    expect(open!.geometry.coordinates).toEqual([
      [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 0],
        ],
      ],
    ]);
  });

  it("drops the reference system of GeoJSON 2008 where it says WGS 84", () => {
    for (const name of ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"]) {
      const crs = { type: "name", properties: { name } };
      expect(read(collection([feature(polygon(clockwise))], { crs }))).toHaveLength(1);
    }
    expect(read(collection([feature(polygon(clockwise))], { crs: null }))).toHaveLength(1);
  });

  it("tells the line on which each feature begins", () => {
    const text = '{"type":"FeatureCollection","features":[\n'.concat(
      [feature(polygon(clockwise)), feature(polygon(hole))].map((one) => JSON.stringify(one)).join(",\n"),
      "\n]}",
    );
    expect(read(text).map((one) => one.line)).toEqual([2, 3]);
  });
});

describe("GeoJSON that is refused", () => {
  const refusals: readonly (readonly [string, string, string])[] = [
    [
      "another reference system",
      collection([], { crs: { properties: { name: "EPSG:3435" } } }),
      "the reference system EPSG:3435",
    ],
    ["a reference system by link", collection([], { crs: { type: "link" } }), "the reference system without a name"],
    [
      "feet of the state plane",
      JSON.stringify(
        polygon([
          [1167000, 1900000],
          [1, 1],
          [2, 2],
        ]),
      ),
      "the position 1167000, 1900000",
    ],
    ["a point", JSON.stringify(feature({ type: "Point", coordinates: [0, 0] })), "a Point"],
    [
      "a line",
      JSON.stringify({
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      }),
      "a LineString",
    ],
    ["a feature without a geometry", JSON.stringify(feature(null)), "null"],
    ["an object that is no GeoJSON", '{"rows": []}', "a geometry without a type"],
    ["no features", collection([]), "no features"],
    ["features that are no list", '{"type":"FeatureCollection","features":{}}', "an object"],
    [
      "a ring of two positions",
      JSON.stringify(
        polygon([
          [0, 0],
          [1, 1],
        ]),
      ),
      "a ring of 2 positions",
    ],
    [
      "a ring without an area",
      JSON.stringify(
        polygon([
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ]),
      ),
      "a geometry that encloses nothing",
    ],
    ["an empty polygon", JSON.stringify({ type: "MultiPolygon", coordinates: [] }), "a geometry that encloses nothing"],
    [
      "a position that is no number",
      JSON.stringify(
        polygon([
          [0, "west"],
          [1, 1],
          [2, 2],
        ]),
      ),
      "the string “west”",
    ],
    [
      "a position of one number",
      JSON.stringify(polygon([[0], [1, 1], [2, 2]])),
      "a position with less than two numbers",
    ],
    ["a list in place of an object", "[1]", "a list"],
  ];
  it.each(refusals)("%s", (_, text, found) => {
    expect(normaliseGeojson(text)).toMatchObject({ malformed: true, found });
  });

  it("names the line of the feature at fault", () => {
    const good = JSON.stringify(feature(polygon(clockwise)));
    const text = `{"type":"FeatureCollection","features":[\n${good},\n${JSON.stringify(feature(null))}]}`;
    expect(normaliseGeojson(text)).toMatchObject({ line: 3 });
  });
});

describe("normalising", () => {
  const degree = fc.double({ min: -80, max: 80, noNaN: true });
  const corner = fc.tuple(degree, degree);
  const triangle = fc.tuple(corner, corner, corner).filter((ring) => twiceSignedArea([...ring, ring[0]]) !== 0);

  it("winds any triangle counter-clockwise and does nothing the second time", () => {
    fc.assert(
      fc.property(fc.array(triangle, { minLength: 1, maxLength: 4 }), (triangles) => {
        const once = read(JSON.stringify({ type: "MultiPolygon", coordinates: triangles.map((ring) => [ring]) }));
        for (const rings of winding(once[0]!.geometry)) expect(rings).toEqual([1]);
        const twice = read(JSON.stringify(once[0]!.geometry));
        expect(twice[0]!.geometry).toEqual(once[0]!.geometry);
      }),
    );
  });
});

describe("writing GeoJSON", () => {
  const written = (decimals: number): string =>
    writeGeojson(
      [
        {
          id: "area:26",
          properties: { name: "West Garfield Park" },
          geometry: read(JSON.stringify(polygon(clockwise, hole)))[0]!.geometry,
        },
      ],
      decimals,
    );

  it("gives what it reads back the same", () => {
    const [back] = read(written(5));
    expect(back).toMatchObject({ id: "area:26", properties: { name: "West Garfield Park" }, line: 2 });
    expect(winding(back!.geometry)).toEqual([[1, -1]]);
  });

  it("rounds, and leaves out rings that vanish when rounded", () => {
    const tiny = [
      [0.1, 0.1],
      [0.2, 0.1],
      [0.2, 0.2],
      [0.1, 0.1],
    ];
    const geometry = read(JSON.stringify({ type: "MultiPolygon", coordinates: [[clockwise, tiny], [tiny]] }))[0]!
      .geometry;
    const [back] = read(writeGeojson([{ id: "x", properties: {}, geometry }], 0));
    expect(back!.geometry.coordinates).toEqual([[counterClockwise]]);
  });
});

describe("the published boundaries", () => {
  const areas = sharedFile("geo/community_areas_portal_cauq-8yn6.geojson");
  it.skipIf(!areas)("77 community areas: 79 outer rings, all clockwise in the file and none after", () => {
    const text = readFileSync(areas!, "utf8");
    const raw = JSON.parse(text).features.flatMap((one: { geometry: MultiPolygon }) => winding(one.geometry));
    const features = read(text);
    const after = features.flatMap((one) => winding(one.geometry));
    expect(features).toHaveLength(77);
    expect(raw.map(([outer]: number[]) => outer)).toEqual(Array(79).fill(-1));
    expect(after.map(([outer]) => outer)).toEqual(Array(79).fill(1));
    expect(features[0]!.line).toBe(4);
  });

  const zctas = sharedFile("geo/chicago_zctas.geojson");
  it.skipIf(!zctas)("84 ZIP code areas with the crs member of 2008", () => {
    const features = read(readFileSync(zctas!, "utf8"));
    expect(features).toHaveLength(84);
    for (const { geometry } of features) for (const [outer] of winding(geometry)) expect(outer).toBe(1);
  });

  const city = sharedFile("geo/chicago_city_boundary.geojson");
  it.skipIf(!city)("the city as a bare MultiPolygon", () => {
    const [only, ...others] = read(readFileSync(city!, "utf8"));
    expect(others).toEqual([]);
    expect(only!.geometry.coordinates.length).toBeGreaterThan(0);
  });
});
