import type { PlaceId } from "@evenspan/domain/places/place";

/** The shape of a place on a map of a given width and height: an SVG path, and the point that stands for it. */
export type MapShape = Readonly<{ placeId: PlaceId; path: string; x: number; y: number }>;

/** All shapes of a map, its size, and by how much the paths have to be enlarged to fill it. */
export type MapShapes = Readonly<{ width: number; height: number; scale: number; shapes: readonly MapShape[] }>;
