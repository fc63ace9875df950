import type { PlaceId } from "@evenspan/domain/places/place";
import type { Outlines } from "@evenspan/domain/releases/release-content";
import { geoMercator } from "d3-geo";
import type { MapShape, MapShapes } from "./map-shape.ts";

/** Outlines are written in whole units, each this many units of the map: fine enough for a screen, short enough for a page. */
const scale = 1.25;
const width = 320;
const highest = 415;

type Point = readonly [x: number, y: number];

/**
 * Outlines as shapes of a map, each corner on a whole unit. Neighbors share their corners, so they are
 * rounded to the same ones and no gap opens between them; corners that do not bend are dropped.
 *
 * The projection is Mercator, which keeps angles: over one city its stretching cannot be seen.
 */
export function outlineShapes(outlines: Outlines): MapShapes {
  const all = {
    type: "MultiPoint" as const,
    coordinates: Object.values(outlines).flatMap(({ coordinates }) => coordinates.flat(2)),
  };
  const projection = geoMercator().fitExtent(
    [
      [2, 2],
      [width - 2, highest - 2],
    ],
    all,
  );
  const point = (corner: readonly number[]): Point => {
    const [x, y] = projection([corner[0]!, corner[1]!])!;
    return [Math.round(x), Math.round(y)];
  };
  const shapes = Object.entries(outlines).map(([placeId, { coordinates }]) =>
    shapeOf(placeId as PlaceId, coordinates, point),
  );
  return { width: width * scale, height: highest * scale, scale, shapes };
}

function shapeOf(
  placeId: PlaceId,
  polygons: readonly number[][][][],
  point: (corner: readonly number[]) => Point,
): MapShape {
  const rings = polygons.flat().map((ring) => bends(ring.map(point)));
  const drawn = rings.filter((ring) => ring.length > 2);
  const largest = drawn.reduce((best, ring) => (area(ring) > area(best) ? ring : best), drawn[0] ?? []);
  const [x, y] = center(largest);
  return { placeId, path: drawn.map(ringPath).join(""), x: x * scale, y: y * scale };
}

/** Corners at which the ring turns; the closing one and those on a straight run are left out. */
function bends(ring: readonly Point[]): readonly Point[] {
  const corners = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
  const open = corners.length > 1 && corners[0]!.join() === corners.at(-1)!.join() ? corners.slice(0, -1) : corners;
  return open.filter(([x, y], i) => {
    const [[ax, ay], [bx, by]] = [open.at(i - 1)!, open[(i + 1) % open.length]!];
    return (x - ax) * (by - y) !== (y - ay) * (bx - x);
  });
}

/** As short as SVG allows: the first corner, then steps from each to the next, straight ones by one number. */
function ringPath(ring: readonly Point[]): string {
  let path = `M${ring[0]!.join(" ")}`;
  let last = "";
  for (const [i, [x, y]] of ring.slice(1).entries()) {
    const [dx, dy] = [x - ring[i]![0], y - ring[i]![1]];
    const letter = dy === 0 ? "h" : dx === 0 ? "v" : "l";
    const step = letter === "h" ? String(dx) : letter === "v" ? String(dy) : `${dx} ${dy}`.replace(" -", "-");
    path += letter !== last ? letter + step : step.startsWith("-") ? step : ` ${step}`;
    last = letter;
  }
  return `${path}z`;
}

/** Twice the area that a ring holds, without its sign. */
const area = (ring: readonly Point[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length]![1] - y * ring[(i + 1) % ring.length]![0], 0),
  );

/** The middle of the box around a ring: near enough for a stop or a name. */
function center(ring: readonly Point[]): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}
