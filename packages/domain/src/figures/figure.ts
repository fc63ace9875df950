import type { Period } from "../kernel/period.ts";
import type { ValueState } from "../kernel/value-state.ts";
import type { Doubt, Sex } from "../sources/observation.ts";
import type { Subject } from "./subject.ts";

declare const checked: unique symbol;

/**
 * A number with its proof. A page shows a Figure, never a number.
 *
 * Only `state: "shown"` carries `value`; `lower` and `upper` are its interval at `level`, where it has one.
 * The brand is given by publication.rules.ts alone: nothing reaches a page that the rules have not seen.
 */
export type Figure = FigureBody & { readonly [checked]: true };

/** A figure as an indicator makes it, before the publication rules have looked at it: its value is always told. */
export type DraftFigure = FigureBody & Readonly<{ basis: Basis }>;

/** What the publication rules judge a figure by. It stays inside: a release never holds it. */
export type Basis = Readonly<{
  /** Deaths or other events counted; null where the figure does not rest on a count that we know. */
  events: number | null;
  /** People counted under them; null likewise. */
  people: number | null;
  /** Why its source is doubtful, if it is, and what a person decided about that. */
  doubt: Doubt | null;
  decision: "publish" | "withhold" | null;
}>;

/** What a figure says, and what it was made from. */
export type FigureBody = Readonly<{
  /** indicator / subject / period / sex / cause, in that order: `life-expectancy/area:26/2010/all/all`. */
  id: string;
  indicator: string;
  indicatorVersion: number;
  subject: Subject;
  period: Period;
  sex: Sex;
  cause: string;
  state: ValueState;
  /** Why it is not shown, in a stable code; null where it is. */
  reason: Withheld | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** Coverage of the interval, 0.95 where there is one; else null. */
  level: number | null;
  unit: Unit;
  /** How it came about: a key of methods.ts. */
  method: string;
  origin: FigureOrigin;
  inputs: readonly [FigureInput, ...FigureInput[]];
}>;

/** Where a figure's worth comes from: the least sure of its inputs decides. */
export type FigureOrigin = "published" | "computed" | "reported" | "synthetic";

/** What a figure was made from: rows of a dataset, or another figure of the same release. */
export type FigureInput =
  | Readonly<{
      dataset: string;
      rows: number;
      /** Numbers of the rows in the dataset, the first 400 where there are more. */
      observations: readonly number[];
    }>
  | Readonly<{ figure: string }>;

/** The unit of a figure; pages write it in words. */
export type Unit = "years" | "per-100k" | "people" | "index-0-100" | "usd" | "percent";

/**
 * Why a figure is not shown. A count that is kept for its size and one that is kept to shelter it give the same reason:
 * who could tell the two apart could work out many of them.
 */
export type Withheld =
  | "protects-people"
  | "fewer-than-10-events"
  | "interval-too-wide"
  | "doubtful-estimate"
  | "withheld-by-publisher"
  | "withheld-by-decision"
  | "not-computable"
  | "no-rows"
  | "input-withheld";
