import type { DraftFigure, Unit } from "../figures/figure.ts";
import type { Text } from "../kernel/text.ts";
import type { Readings } from "./readings.ts";

/** A number that Evenspan makes: what it is called, what it means, and how it comes out of what was read. */
export type Indicator = Readonly<{
  key: string;
  /** Goes up when the same rows would give another number. */
  version: number;
  /** The reader's words first: "How long people can expect to live". */
  title: Text;
  /** The field's words: "Life expectancy at birth". */
  term: Text;
  /** One or two plain sentences: what it says, and what it does not. */
  meaning: Text;
  unit: Unit;
  /** Decimals that are printed. */
  decimals: 0 | 1 | 2;
  /** Whether more is better, worse, or neither. Decides words, never colours for people. */
  better: "higher" | "lower" | "neither";
  make: (readings: Readings) => readonly DraftFigure[];
}>;
