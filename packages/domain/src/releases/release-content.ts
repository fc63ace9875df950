import type { ClaimReading } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";
import type { PlaceSetRef } from "../figures/subject.ts";
import type { GoalReading } from "../goals/goal.ts";
import type { Text } from "../kernel/text.ts";
import type { PlaceId } from "../places/place.ts";
import type { PlaceSet } from "../places/place-set.ts";

/** All that the public can see of a release. Made as a whole, checked as a whole, and never changed. */
export type ReleaseContent = Readonly<{
  system: Readonly<{ slug: string; name: string; demonstration: boolean }>;
  front: FrontPage;
  figures: readonly Figure[];
  datasets: readonly DatasetCard[];
  placeSets: readonly PlaceSet[];
  goals: readonly GoalReading[];
  claims: readonly ClaimReading[];
  /** Outlines for maps, or null: maps are then the tile grid of places/tile-grid.ts. */
  outlines: Outlines | null;
}>;

/** What an office puts on its first page. */
export type FrontPage = Readonly<{
  /** The places of the line, by a set whose order is the path; its first and last place are the ends of the gap. */
  line: PlaceSetRef;
  /** The goal whose curve is shown. */
  goal: string;
  /** The three numbers: a figure id each, with the label and the remark that the office wrote. */
  numbers: readonly Readonly<{ figure: string; label: Text; remark: Text | null }>[];
}>;

/** A dataset as a receipt shows it. */
export type DatasetCard = Readonly<{
  id: string;
  title: Text;
  publisher: string;
  dataSet: string;
  licence: Text;
  homepage: string;
  origin: "published" | "reported" | "office" | "synthetic";
  fileName: string;
  byteSize: number;
  /** SHA-256 of the file's bytes, 64 hexadecimal digits. */
  fingerprint: string;
  rowsRead: number;
  rowsKept: number;
  doubtful: number;
  /** Whether a release may show its rows: public already, and not about single people. */
  rowsShown: boolean;
}>;

/** Simplified outlines by place: RFC 7946 MultiPolygon coordinates in degrees. */
export type Outlines = Readonly<Record<PlaceId, Readonly<{ type: "MultiPolygon"; coordinates: number[][][][] }>>>;

/** One row of a source, as a receipt opens it. */
export type SourceRow = Readonly<{
  observation: number;
  line: number;
  measure: string;
  place: PlaceId;
  yearFrom: number;
  yearTo: number;
  sex: string;
  ageFrom: number;
  ageBelow: number | null;
  cause: string;
  state: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  doubt: string | null;
  /** Who published it and where, in a file that tells this row by row. */
  saidBy: string | null;
}>;
