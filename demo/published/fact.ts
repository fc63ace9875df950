import type { PlaceId } from "@evenspan/domain/places/place";
import type { Measure } from "@evenspan/domain/sources/observation";

/**
 * One figure that somebody published, carried over with its source.
 *
 * `standing` is `published` where it was read at the publisher, and `reported` where another told it.
 */
export type Fact = Readonly<{
  measure: Measure;
  placeId: PlaceId;
  yearFrom: number;
  yearTo: number;
  value: number;
  lower: number | null;
  upper: number | null;
  publisher: string;
  dataSet: string;
  note: string;
  standing: "published" | "reported";
}>;
