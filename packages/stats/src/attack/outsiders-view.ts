import type { CountRule } from "../disclosure/count-rule.ts";
import type { Publication, PublishedCross, PublishedFigure } from "../disclosure/publication.ts";
import { smallestOf } from "./rule-range.ts";

/** What outsiders do not see, what they know of it from below and above, and what binds it: lower ≤ Σ weight·cell ≤ upper. */
export type OutsidersView = {
  /** Names of the unseen cells; positions in this list are the columns of the rows. */
  readonly ids: readonly string[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the cell was never meant to be published. */
  readonly isUnpublished: Uint8Array;
  readonly rowStart: Int32Array;
  readonly rowCell: Int32Array;
  readonly rowWeight: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
};

/** Puts together all that was ever shown: a cell shown anywhere is known everywhere. */
export function outsidersView(publications: readonly Publication[], rule: CountRule): OutsidersView {
  const notes = new Notes(rule);
  const all = publications.flatMap(({ tables, small }) =>
    tables.map((table) => ({
      table,
      small,
      names: "cells" in table ? table.cells.map(({ id }) => id) : crossNames(table),
    })),
  );
  for (const { table, names } of all)
    names.forEach((id, at) => {
      notes.show(id, "cells" in table ? table.cells[at]!.count : table.counts[at]!);
    });
  for (const { table, small, names } of all) {
    names.forEach((id, at) => {
      notes.name(id, ("cells" in table ? table.cells[at]! : table).published !== false, small);
    });
    if ("cells" in table) for (const { total, parts } of table.relations) notes.addSum(total, parts);
    else addCross(notes, table, names);
  }
  for (const { table } of all) for (const one of table.figures) notes.addFigure(one);
  return notes.view();
}

function addCross(notes: Notes, { dimensions }: PublishedCross, names: readonly string[]): void {
  // Each cell is a total along every dimension in which its code has parts.
  const partsOf = dimensions.map(({ codes, parents }) =>
    codes.map((_, code) => codes.flatMap((_, other) => (parents[other] === code ? [other - code] : []))),
  );
  let stride = names.length;
  dimensions.forEach(({ codes }, d) => {
    stride /= codes.length;
    names.forEach((total, at) => {
      const steps = partsOf[d]![Math.floor(at / stride) % codes.length]!;
      const parts = steps.map((step) => names[at + step * stride]!);
      if (parts.length > 0) notes.addSum(total, parts);
    });
  });
}

/** Cells of one subject are the same wherever the codes that are not the whole are the same. */
function crossNames({ subject, dimensions, renamed }: PublishedCross): string[] {
  let names: string[][] = [[]];
  for (const { name, codes, parents } of dimensions)
    names = names.flatMap((before) =>
      codes.map((code, i) => (parents[i] === -1 ? before : [...before, `${name}=${code}`])),
    );
  return names.map((codes, at) => renamed.get(at) ?? [subject, ...codes.sort()].join("|"));
}

class Notes {
  readonly #rule: CountRule;
  readonly #shown = new Map<string, number>();
  /** The column of each cell that is not shown. */
  readonly #unseen = new Map<string, number>();
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #isUnpublished: number[] = [];
  readonly #start = [0];
  readonly #cell: number[] = [];
  readonly #weight: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];

  constructor(rule: CountRule) {
    this.#rule = rule;
  }

  /** A count below zero stands for none. */
  show(id: string, count = -1): void {
    if (count >= 0) this.#shown.set(id, count);
  }

  /** A cell that exists, once all that is shown is noted; `small` are the cells told to be small, where that is told. */
  name(id: string, isPublished: boolean, small: ReadonlySet<string> | undefined): void {
    if (this.#shown.has(id)) return;
    const at = this.#unseen.get(id) ?? this.#unseen.size;
    if (at === this.#unseen.size) {
      this.#unseen.set(id, at);
      this.#lower.push(0);
      this.#upper.push(Infinity);
      this.#isUnpublished.push(1);
    }
    if (!isPublished) return;
    this.#isUnpublished[at] = 0;
    const { zeros, largestWithheld } = this.#rule;
    const isSmall = small?.has(id);
    const least = isSmall === false ? largestWithheld + 1 : isSmall ? smallestOf(this.#rule) : 0;
    this.#lower[at] = Math.max(this.#lower[at]!, least, zeros === "shown" ? 1 : 0);
    if (isSmall) this.#upper[at] = Math.min(this.#upper[at]!, largestWithheld);
  }

  addSum(total: string, parts: readonly string[]): void {
    this.#addRow([total, ...parts], (i) => (i === 0 ? -1 : 1), 0, 0);
  }

  /** A figure rounded to d decimals tells its exact value to half a unit of the last of them. */
  addFigure(one: PublishedFigure): void {
    const { value } = one;
    const half = (0.5 + 1e-6) * 10 ** -one.decimals;
    if (one.kind === "linear") {
      const cells = one.terms.map(({ cell }) => cell);
      this.#addRow(cells, (i) => one.terms[i]!.weight, value - half, value + half);
      return;
    }
    const both = [one.numerator, one.denominator];
    this.#addRow(both, (i) => (i === 0 ? one.per : half - value), 0, Infinity);
    this.#addRow(both, (i) => (i === 0 ? one.per : -half - value), -Infinity, 0);
  }

  /** What is shown goes to the other side; a row of which all is shown tells nothing. */
  #addRow(cells: readonly string[], weight: (i: number) => number, lower: number, upper: number): void {
    let known = 0;
    const before = this.#cell.length;
    cells.forEach((id, i) => {
      const count = this.#shown.get(id);
      if (count !== undefined) known += weight(i) * count;
      else {
        this.#cell.push(this.#unseen.get(id)!);
        this.#weight.push(weight(i));
      }
    });
    if (this.#cell.length === before) return;
    this.#start.push(this.#cell.length);
    this.#rowLower.push(lower - known);
    this.#rowUpper.push(upper - known);
  }

  view(): OutsidersView {
    return {
      ids: [...this.#unseen.keys()],
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      isUnpublished: Uint8Array.from(this.#isUnpublished),
      rowStart: Int32Array.from(this.#start),
      rowCell: Int32Array.from(this.#cell),
      rowWeight: Float64Array.from(this.#weight),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
    };
  }
}
