import { cellsOf } from "./cross-table-cells.ts";
import type { Protection } from "./protect.ts";
import { type Derived, type Dimension, isCrossTable, type PastRelease, type Relation, type Table } from "./tables.ts";
import { derivedValue } from "./told-range.ts";

/** A derived figure as it was published, rounded. */
export type PublishedFigure = Derived & Readonly<{ value: number }>;

/** A table as outsiders see it, in so many words: a withheld cell has no count, one never published says so. */
export type PublishedCells = Readonly<{
  cells: readonly Readonly<{ id: string; count?: number; published?: false }>[];
  relations: readonly Relation[];
  figures: readonly PublishedFigure[];
}>;

/** A cross table as outsiders see it: `counts` holds −1 where nothing is shown. */
export type PublishedCross = Readonly<{
  subject: string;
  dimensions: readonly Dimension[];
  counts: Int32Array;
  /** False where the table was never published: outsiders know that it exists. */
  published?: false;
  /** Cells restated since, by position, under the name that tells them from today's. */
  renamed: ReadonlyMap<number, string>;
  figures: readonly PublishedFigure[];
}>;

/** All that outsiders see of a release. */
export type Publication = Readonly<{
  tables: readonly (PublishedCells | PublishedCross)[];
  /** The cells of which they are told that they are withheld for their size; absent where no reason is told. */
  small?: ReadonlySet<string>;
}>;

/** What outsiders have before them: today's release and the earlier ones. */
export type PublicRecord = Readonly<{ published: Publication; history: readonly Publication[] }>;

/**
 * What outsiders see once tables are published with what `protect` withholds: the shape in which `attack` takes them.
 *
 * Formula. Each cell that is not withheld with its count, each derived figure that is not withheld with its rounded value.
 * A cell that was restated since an earlier release goes by another name there, as in protect.
 * Units. Counts; −1 stands for nothing shown in the columns of cross tables.
 * Refuses. Nothing: the tables have passed protect.
 * References. None: a convention of this library.
 * Checked against. The example below, and the laws that hold protect against attack.
 * @example
 * const cells = Object.entries({ all: 60, a: 3, b: 20, c: 37 }).map(([id, count]) => ({ id, count }));
 * const tables = [{ cells, relations: [{ total: "all", parts: ["a", "b", "c"] }] }];
 * publicRecord(tables, [], protect(tables, [], { largestWithheld: 10 })).published.tables[0].cells
 * // => [{ id: "all", count: 60 }, { id: "a" }, { id: "b" }, { id: "c", count: 37 }]
 */
export function publicRecord(
  tables: readonly Table[],
  history: readonly PastRelease[],
  protection: Protection,
  tellsReasons = false,
): PublicRecord {
  const today = new Set<string>();
  const small = new Set<string>();
  protection.ids.forEach((id, at) => {
    if (protection.withheld[at] === 1) today.add(id);
    if (protection.primary[at] === 1) small.add(id);
  });
  for (const id of protection.withheldDerived) today.add(id);
  const told = tellsReasons ? { small } : {};
  const known = new Map<string, number>();
  const published = { ...told, tables: tables.map((table) => seen(table, today, known, undefined)) };
  const earlier = history.map((release) => ({
    ...told,
    tables: release.tables.map((table) => seen(table, release.withheld, known, release.name)),
  }));
  return { published, history: earlier };
}

function seen(
  table: Table,
  withheld: ReadonlySet<string>,
  known: Map<string, number>,
  release: string | undefined,
): PublishedCells | PublishedCross {
  const { ids, counts, isPublished } = cellsOf(table);
  const { derived = [] } = table;
  const names = new Map<string, string>();
  const renamed = new Map<number, string>();
  const countOf = new Map<string, number>();
  ids.forEach((id, at) => {
    const count = counts[at]!;
    const isRestated = release !== undefined && (known.get(id) ?? count) !== count;
    const name = isRestated ? `${id} @${release}` : id;
    if (isRestated) {
      renamed.set(at, name);
      names.set(id, name);
    }
    known.set(name, count);
    if (derived.length > 0) countOf.set(id, count);
  });
  const name = (id: string): string => names.get(id) ?? id;
  const figures = derived.flatMap((one) => {
    const value = withheld.has(one.id) ? undefined : derivedValue(one, (cell) => countOf.get(cell)!);
    return value === undefined ? [] : [{ ...renamedTerms(one, name), value }];
  });
  if (isCrossTable(table)) {
    const { subject, dimensions } = table;
    const shown = Int32Array.from(ids, (id, at) => (!isPublished(at) || withheld.has(id) ? -1 : counts[at]!));
    return { subject, dimensions, counts: shown, renamed, figures, ...(!isPublished(0) && { published: false }) };
  }
  const cells = table.cells.map(({ id, count, published }) =>
    published === false ? { id: name(id), published } : withheld.has(id) ? { id: name(id) } : { id: name(id), count },
  );
  const relations = table.relations.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) }));
  return { cells, relations, figures };
}

const renamedTerms = (one: Derived, name: (id: string) => string): Derived =>
  one.kind === "linear"
    ? { ...one, terms: one.terms.map(({ cell, weight }) => ({ cell: name(cell), weight })) }
    : { ...one, numerator: name(one.numerator), denominator: name(one.denominator) };
