import type { Figure } from "@evenspan/domain/figures/figure";
import type { PlaceId } from "@evenspan/domain/places/place";

/** Two figures of the same kind, one of each place. */
export type FigurePair = Readonly<{ first: Figure; second: Figure }>;

/** What two places have figures of. */
export type PairsOfPlaces = Readonly<{ pairs: readonly FigurePair[]; a: PlaceId; b: PlaceId }>;
