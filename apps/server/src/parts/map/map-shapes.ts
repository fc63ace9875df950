import { tileGrid } from "@evenspan/domain/places/tile-grid";
import type { Outlines } from "@evenspan/domain/releases/release-content";
import type { MapShapes } from "./map-shape.ts";
import { outlineShapes } from "./outline-shapes.ts";

const shapesOf = new WeakMap<Outlines, MapShapes>();

/** The shapes of a release's map: its outlines, or tiles of equal size where it has none. */
export function mapShapes(outlines: Outlines | null): MapShapes {
  if (!outlines) return tiles;
  const shapes = shapesOf.get(outlines) ?? outlineShapes(outlines);
  shapesOf.set(outlines, shapes);
  return shapes;
}

const tile = 40;

function tileShapes(): MapShapes {
  const columns = Math.max(...tileGrid.map(({ column }) => column)) + 1;
  const rows = Math.max(...tileGrid.map(({ row }) => row)) + 1;
  return {
    width: columns * tile,
    height: rows * tile,
    scale: 1,
    shapes: tileGrid.map(({ placeId, column, row }) => ({
      placeId,
      path: `M${column * tile + 1} ${row * tile + 1}h${tile - 2}v${tile - 2}h-${tile - 2}z`,
      x: (column + 0.5) * tile,
      y: (row + 0.5) * tile,
    })),
  };
}

const tiles = tileShapes();
