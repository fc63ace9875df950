import type { CountRule } from "../disclosure/count-rule.ts";
import type { Publication, PublishedCells, PublishedCross, PublishedFigure } from "../disclosure/publication.ts";

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

type Draft = {
  shown: Map<string, number>;
  unseen: Map<string, number>;
  ids: string[];
  lower: number[];
  upper: number[];
  isUnpublished: number[];
  start: number[];
  cell: number[];
  weight: number[];
  rowLower: number[];
  rowUpper: number[];
};

/** Puts together all that was ever shown: a cell shown anywhere is known everywhere. */
export function outsidersView(publications: readonly Publication[], rule: CountRule): OutsidersView {
  const draft: Draft = {
    shown: new Map(),
    unseen: new Map(),
    ids: [],
    lower: [],
    upper: [],
    isUnpublished: [],
    start: [0],
    cell: [],
    weight: [],
    rowLower: [],
    rowUpper: [],
  };
  const all = publications.flatMap((publication) => publication.tables.map((table) => ({ publication, table })));
  const named = all.map(({ table }) => ("cells" in table ? [] : crossNames(table)));
  all.forEach(({ table }, at) => {
    addShown(draft, table, named[at]!);
  });
  all.forEach(({ table, publication }, at) => {
    if ("cells" in table) addCells(draft, table, publication, rule);
    else addCross(draft, table, named[at]!, publication, rule);
  });
  for (const { tables } of publications)
    for (const { figures } of tables) for (const one of figures) addFigure(draft, one);
  return finished(draft);
}

function addShown({ shown }: Draft, table: PublishedCells | PublishedCross, names: readonly string[]): void {
  if ("cells" in table) {
    for (const { id, count } of table.cells) if (count !== undefined) shown.set(id, count);
  } else
    names.forEach((id, at) => {
      if (table.counts[at]! >= 0) shown.set(id, table.counts[at]!);
    });
}

function addCells(draft: Draft, { cells, relations }: PublishedCells, publication: Publication, rule: CountRule): void {
  for (const { id, published } of cells) note(draft, id, published !== false, publication, rule);
  for (const { total, parts } of relations) addSum(draft, total, parts);
}

function addCross(
  draft: Draft,
  { dimensions, published }: PublishedCross,
  names: readonly string[],
  publication: Publication,
  rule: CountRule,
): void {
  for (const id of names) note(draft, id, published !== false, publication, rule);
  // Each cell is a total along every dimension in which its code has parts.
  const strides = dimensions.map((_, d) => dimensions.slice(d + 1).reduce((size, { codes }) => size * codes.length, 1));
  const partsOf = dimensions.map(({ codes, parents }) =>
    codes.map((_, code) => codes.flatMap((_, other) => (parents[other] === code ? [other - code] : []))),
  );
  for (let at = 0; at < names.length; at++)
    dimensions.forEach(({ codes }, d) => {
      const steps = partsOf[d]![Math.floor(at / strides[d]!) % codes.length]!;
      if (steps.length > 0)
        addSum(
          draft,
          names[at]!,
          steps.map((step) => names[at + step * strides[d]!]!),
        );
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

function note(draft: Draft, id: string, isPublished: boolean, { small }: Publication, rule: CountRule): void {
  if (draft.shown.has(id)) return;
  let at = draft.unseen.get(id);
  if (at === undefined) {
    at = draft.ids.push(id) - 1;
    draft.unseen.set(id, at);
    draft.lower.push(0);
    draft.upper.push(Infinity);
    draft.isUnpublished.push(1);
  }
  if (!isPublished) return;
  draft.isUnpublished[at] = 0;
  if (rule.zeros === "shown") draft.lower[at] = Math.max(draft.lower[at]!, 1);
  if (!small) return;
  if (small.has(id)) {
    draft.lower[at] = Math.max(draft.lower[at]!, rule.zeros === "withheld" ? 0 : 1);
    draft.upper[at] = Math.min(draft.upper[at]!, rule.largestWithheld);
  } else draft.lower[at] = Math.max(draft.lower[at]!, rule.largestWithheld + 1);
}

function addSum(draft: Draft, total: string, parts: readonly string[]): void {
  addRow(draft, [total, ...parts], (i) => (i === 0 ? -1 : 1), 0, 0);
}

/** A figure rounded to d decimals tells its exact value to half a unit of the last of them. */
function addFigure(draft: Draft, one: PublishedFigure): void {
  const half = (0.5 + 1e-6) * 10 ** -one.decimals;
  if (one.kind === "linear") {
    const cells = one.terms.map(({ cell }) => cell);
    addRow(draft, cells, (i) => one.terms[i]!.weight, one.value - half, one.value + half);
    return;
  }
  const both = [one.numerator, one.denominator];
  addRow(draft, both, (i) => (i === 0 ? one.per : half - one.value), 0, Infinity);
  addRow(draft, both, (i) => (i === 0 ? one.per : -half - one.value), -Infinity, 0);
}

/** What is shown goes to the other side; a row of which all is shown tells nothing. */
function addRow(
  draft: Draft,
  cells: readonly string[],
  weight: (i: number) => number,
  lower: number,
  upper: number,
): void {
  let known = 0;
  const before = draft.cell.length;
  cells.forEach((id, i) => {
    const count = draft.shown.get(id);
    if (count !== undefined) known += weight(i) * count;
    else {
      draft.cell.push(draft.unseen.get(id)!);
      draft.weight.push(weight(i));
    }
  });
  if (draft.cell.length === before) return;
  draft.start.push(draft.cell.length);
  draft.rowLower.push(lower - known);
  draft.rowUpper.push(upper - known);
}

function finished(draft: Draft): OutsidersView {
  return {
    ids: draft.ids,
    lower: Float64Array.from(draft.lower),
    upper: Float64Array.from(draft.upper),
    isUnpublished: Uint8Array.from(draft.isUnpublished),
    rowStart: Int32Array.from(draft.start),
    rowCell: Int32Array.from(draft.cell),
    rowWeight: Float64Array.from(draft.weight),
    rowLower: Float64Array.from(draft.rowLower),
    rowUpper: Float64Array.from(draft.rowUpper),
  };
}
