import type { Text } from "../kernel/text.ts";
import type { PlaceId } from "../places/place.ts";

/**
 * A promise about a gap: by `targetYear` it is `targetShare` of what it was in the baseline year.
 * The baseline is frozen to one dataset, so that a later revision of the same year does not move the goal.
 */
export type Goal = Readonly<{
  id: string;
  version: number;
  title: Text;
  indicator: string;
  highPlaceId: PlaceId;
  lowPlaceId: PlaceId;
  baselineYear: number;
  baselineDatasetId: string;
  targetShare: number;
  targetYear: number;
  source: string;
  adoptedOn: string;
}>;

/** A goal as a release tells it: its curve by figures, and the plain sentence. */
export type GoalReading = Readonly<{
  goal: Goal;
  /** Figure of the frozen baseline. */
  baselineFigure: string;
  /** Years: half of 16.2 is 8.1. Null where the baseline is withheld. */
  targetValue: number | null;
  /** The gap by year, oldest first, measured years only (figure ids). */
  curve: readonly string[];
  standing: GoalStanding;
  /** What can be said of it in one or two plain sentences. */
  sentence: Text;
}>;

/**
 * Where a goal stands, by the newest figure after the baseline year.
 *
 * `met`, `narrowed` or `widened` where the change from the baseline is beyond chance, else `no-clear-change`;
 * `reported-wider` or `reported-narrower` where that figure has no interval, so that chance cannot be judged;
 * `not-measured` where nothing after the baseline year is at hand.
 */
export type GoalStanding =
  | "met"
  | "narrowed"
  | "widened"
  | "no-clear-change"
  | "reported-wider"
  | "reported-narrower"
  | "not-measured";
