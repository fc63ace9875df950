import type { Period } from "../kernel/period.ts";
import type { Text } from "../kernel/text.ts";
import type { ValueState } from "../kernel/value-state.ts";
import type { Sex } from "../sources/observation.ts";
import type { Subject } from "./subject.ts";

declare const checked: unique symbol;

/**
 * A number with its proof. A page shows a Figure, never a number.
 *
 * Only `state: "shown"` carries `value`; `lower` and `upper` are its interval at `level`, where it has one.
 * The brand is given by publication.rules.ts alone: nothing reaches a page that the rules have not seen.
 */
export type Figure = DraftFigure & { readonly [checked]: true };

/** A figure as an indicator makes it, before the publication rules have looked at it. */
export type DraftFigure = Readonly<{
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
  | Readonly<{ dataset: string; rows: number; observations: readonly number[] }>
  | Readonly<{ figure: string }>;

/** The unit of a figure; pages write it in words. */
export type Unit = "years" | "per-100k" | "people" | "index-0-100" | "usd" | "percent";

/** Why a figure is not shown. */
export type Withheld =
  | "count-1-to-10"
  | "fewer-than-10-events"
  | "interval-too-wide"
  | "doubtful-estimate"
  | "withheld-by-decision"
  | "would-reveal-another"
  | "not-computable"
  | "no-rows"
  | "input-withheld";

/** The sentence for a reason, in each language. */
export type WithheldText = Readonly<Record<Withheld, Text>>;
