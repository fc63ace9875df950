import type { PlaceId } from "@evenspan/domain/places/place";

/** The shape of a place on a map of a given width and height: an SVG path, and the point that stands for it. */
export type MapShape = Readonly<{ placeId: PlaceId; path: string; x: number; y: number }>;

/** All shapes of a map, and its size in its own units. */
export type MapShapes = Readonly<{ width: number; height: number; shapes: readonly MapShape[] }>;
