import type { ValueState } from "../kernel/value-state.ts";
import type { PlaceId } from "../places/place.ts";

/**
 * What a file says: one measured value of one place, period, sex, age band and cause.
 *
 * Ages are completed years, `ageFrom` included and `ageBelow` not; `ageBelow` is null where the band is open.
 * All ages together are 0 to null. Causes are keys of causes.ts; "all" is all of them.
 */
export type Observation = Readonly<{
  measure: Measure;
  placeId: PlaceId;
  yearFrom: number;
  yearTo: number;
  sex: Sex;
  ageFrom: number;
  ageBelow: number | null;
  cause: string;
  state: ValueState;
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** A code, where the value must not be published without a decision; else null. */
  doubt: Doubt | null;
  /** Who published it and where, in a file that tells this row by row. */
  saidBy?: string;
  /** The line of the file where it stands, the first line being 1; for a zero that stands nowhere, that of the headings. */
  line: number;
}>;

/** Sexes as death and population files count them. */
export type Sex = "all" | "female" | "male";

/** Why a value is kept but not trusted. */
export type Doubt = "estimate-outside-interval" | "no-source-file" | "publisher-warning";

/** What can be measured. The unit belongs to the name. */
export type Measure =
  | "life-expectancy-years"
  | "deaths"
  | "population"
  | "crude-death-rate-per-100k"
  | "adjusted-death-rate-per-100k"
  | "ypll-rate-per-100k"
  | "hardship-index"
  | "housing-crowded-percent"
  | "households-in-poverty-percent"
  | "unemployed-percent"
  | "no-diploma-percent"
  | "under-18-or-over-64-percent"
  | "income-per-head-usd"
  | "usd-committed";
