import { communityAreaIds } from "@evenspan/domain/places/chicago";
import type { PlaceId } from "@evenspan/domain/places/place";

/** Where each area's tile stands, the north-west corner being column 0 of row 0. */
export const tileGrid: readonly Readonly<{ placeId: PlaceId; column: number; row: number }>[] = communityAreaIds.map(
  (placeId, i) => ({ placeId, column: i % 9, row: Math.floor(i / 9) }),
);
