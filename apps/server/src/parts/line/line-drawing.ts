import type { ValueState } from "@evenspan/domain/kernel/value-state";

/** One stop of a line: a place on a path, or a year. */
export type Stop = Readonly<{
  name: string;
  /** Where it stands along the path, 0 the start and 1 the end. */
  at: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  state: ValueState;
  /** What is written by its dot: the value, or in few words why there is none. */
  text: string;
  /** Measured, made up by a program, or told by others and not read at its source. */
  kind: "measured" | "synthetic" | "told";
  /** Whether it is one of the two ends that the line is about. */
  end: boolean;
}>;

/** A quiet rule across the line: what it is measured against. */
export type Rule = Readonly<{ kind: "reference" | "goal" | "baseline"; name: string; value: number; from?: number }>;

/** A line as it will be drawn, in no size yet. */
export type LineDrawing = Readonly<{
  /** What it shows, as one sentence for those who listen. */
  sentence: string;
  stops: readonly Stop[];
  rules: readonly Rule[];
  /** The distance between two values, marked at the end of the line. */
  measure: Readonly<{ high: number; low: number; amount: string; unit: string }> | null;
  /** A promise: from a value at one point of the path to another at a later one. */
  plan: Readonly<{ from: Point; to: Point; text: string; name: string }> | null;
  /** Whether the scale starts at zero, as it must for distances. */
  fromZero: boolean;
}>;

/** A value at a point of the path. */
export type Point = Readonly<{ at: number; value: number }>;

/** Gives where a value stands between the low end (0) and the high end (1) of what is drawn. */
export function valueScale({ stops, rules, plan, fromZero }: LineDrawing): (value: number) => number {
  const values = [
    ...stops.flatMap(({ value, lower, upper }) => [value, lower, upper]),
    ...rules.map(({ value }) => value),
    ...(plan ? [plan.from.value, plan.to.value] : []),
  ].filter((value) => value !== null);
  const [low, high] = [fromZero ? 0 : Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  return (value) => (value - low) / span;
}

/**
 * Pairs of stops that have a value and follow each other, and whether the line between them is broken: where one
 * without a value lies between, or the later one was only told.
 */
export function segments(stops: readonly Stop[]): readonly Readonly<{ from: Stop; to: Stop; broken: boolean }>[] {
  const shown = stops.filter(({ value }) => value !== null);
  return shown.slice(1).map((to, i) => {
    const from = shown[i]!;
    return { from, to, broken: to.kind === "told" || stops.indexOf(to) - stops.indexOf(from) > 1 };
  });
}

/**
 * A name in lines of at most so many letters, broken between words.
 *
 * @example
 * nameLines("West Garfield Park", 10) // => ["West", "Garfield", "Park"]
 * @example
 * nameLines("Near West Side", 10) // => ["Near West", "Side"]
 */
export function nameLines(name: string, letters: number): readonly string[] {
  return name.split(/\s+/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

/**
 * A share of the width as SVG writes it.
 *
 * @example
 * percent(0.12345) // => "12.35%"
 */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
