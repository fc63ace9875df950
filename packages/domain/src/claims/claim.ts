import type { Text } from "../kernel/text.ts";
import type { PlaceId } from "../places/place.ts";

/** A sentence that states a number in public, who said it and where. */
export type Claim = Readonly<{
  id: string;
  version: number;
  text: Text;
  saidBy: string;
  saidInYear: number;
  source: string;
  indicator: string;
  /** Null where the pair is not one that these data can measure (a nickname, a tract, a whole side). */
  highPlaceId: PlaceId | null;
  lowPlaceId: PlaceId | null;
  claimedValue: number;
  measuredYear: number | null;
  note: Text | null;
}>;

/**
 * How a claim stands against the data of a release.
 *
 * - `holds`: it agrees with the newest measured figure of the same pair.
 * - `superseded`: it agreed with the figure of its own year, and the newest says otherwise.
 * - `contradicted`: the figure of its own year says otherwise.
 * - `cannot-be-checked`: no figure here is about that pair, place or year, or its figure is too uncertain to tell.
 */
export type ClaimStanding = "holds" | "superseded" | "contradicted" | "cannot-be-checked";

/** A claim as a release tells it. */
export type ClaimReading = Readonly<{
  claim: Claim;
  standing: ClaimStanding;
  /** Why, in a sentence. */
  sentence: Text;
  /** Figures it was held against, the deciding one first. */
  figures: readonly string[];
}>;
