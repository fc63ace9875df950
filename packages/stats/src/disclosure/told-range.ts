import { isKnown } from "../maths.ts";
import { sumOf } from "../sum-of.ts";
import { type Undefined, undefinedBecause } from "../undefined.ts";
import type { Derived } from "./tables.ts";

/** What a published figure tells of the cells it was made from: lower ≤ Σ weight·cell ≤ upper. */
export type ToldRange = Readonly<{
  cells: readonly number[];
  weights: readonly number[];
  lower: number;
  upper: number;
}>;

/** The value of a derived figure, rounded as it is published; undefined where its denominator is zero. */
export function derivedValue(of: Derived, count: (cell: string) => number): number | undefined {
  const exact =
    of.kind === "linear"
      ? sumOf(of.terms, ({ cell, weight }) => weight * count(cell))
      : (of.per * count(of.numerator)) / count(of.denominator);
  const scale = 10 ** of.decimals;
  return isKnown(exact) ? Math.round(exact * scale) / scale : undefined;
}

/** The cells that a derived figure is made from. */
export const namedCells = (of: Derived): string[] =>
  of.kind === "linear" ? of.terms.map(({ cell }) => cell) : [of.numerator, of.denominator];

/** The ranges that a derived figure tells once it is published. A ratio's are p·n ≥ (v − h)·d and p·n ≤ (v + h)·d. */
export function toldRanges(
  of: Derived,
  indexOf: (cell: string) => number | undefined,
  countAt: (index: number) => number,
): readonly ToldRange[] | Undefined {
  const named = namedCells(of);
  const unknown = named.find((id) => indexOf(id) === undefined);
  if (unknown !== undefined) return noSuchCell(`The derived figure ${of.id}`, unknown);
  const cells = named.map((id) => indexOf(id)!);
  const value = derivedValue(of, (id) => countAt(cells[named.indexOf(id)]!));
  if (value === undefined) return [];
  const half = 0.5 / 10 ** of.decimals;
  if (of.kind === "linear")
    return [{ cells, weights: of.terms.map(({ weight }) => weight), lower: value - half, upper: value + half }];
  return [
    { cells, weights: [of.per, half - value], lower: 0, upper: Infinity },
    { cells, weights: [of.per, -half - value], lower: -Infinity, upper: 0 },
  ];
}

/** What names a cell that its table has not. */
export const noSuchCell = (what: string, id: string): Undefined =>
  undefinedBecause("missing-value", `${what} names ${id}, which is no cell of its table.`);
