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
      ? of.terms.reduce((sum, { cell, weight }) => sum + weight * count(cell), 0)
      : (of.per * count(of.numerator)) / count(of.denominator);
  return Number.isFinite(exact) ? rounded(exact, of.decimals) : undefined;
}

const rounded = (exact: number, decimals: number): number => Math.round(exact * 10 ** decimals) / 10 ** decimals;

/** The ranges that a derived figure tells once it is published. A ratio's are p·n ≥ (v − h)·d and p·n ≤ (v + h)·d. */
export function toldRanges(
  of: Derived,
  indexOf: (cell: string) => number | undefined,
  countAt: (index: number) => number,
): readonly ToldRange[] | Undefined {
  const named = of.kind === "linear" ? of.terms.map(({ cell }) => cell) : [of.numerator, of.denominator];
  const cells: number[] = [];
  for (const id of named) {
    const at = indexOf(id);
    if (at === undefined)
      return undefinedBecause(
        "missing-value",
        `The derived figure ${of.id} names ${id}, which is no cell of its table.`,
      );
    cells.push(at);
  }
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
