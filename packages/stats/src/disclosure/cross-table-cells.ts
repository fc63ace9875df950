import { misuse } from "../misuse.ts";
import { type CrossTable, type Dimension, isCrossTable, type Table } from "./tables.ts";

/**
 * The name of a cell of a cross table: its subject and, by name of dimension, each code that is not the whole.
 *
 * Formula. subject|a=x|b=y with dimensions in alphabetical order; a code that is the whole of its dimension is left out,
 * so that a margin has the same name in every table that has it.
 * Units. None.
 * Refuses. Nothing.
 * References. None: a convention of this library.
 * Checked against. The example below.
 * @example
 * crossCellId("deaths 2020", { sex: "F", area: "25" }) // => "deaths 2020|area=25|sex=F"
 */
export function crossCellId(subject: string, codes: Readonly<Record<string, string>>): string {
  const names = Object.keys(codes).sort();
  return [subject, ...names.map((name) => `${name}=${codes[name]}`)].join("|");
}

/** How many cells a cross table has, totals included. */
const crossSize = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((size, { codes }) => size * codes.length, 1);

/** Names of all cells in the order of the counts. */
export function crossCellIds({ subject, dimensions }: Pick<CrossTable, "subject" | "dimensions">): string[] {
  dimensions.forEach(requireTree);
  const order = dimensions.map((_, at) => at).sort((a, b) => (dimensions[a]!.name < dimensions[b]!.name ? -1 : 1));
  const texts = dimensions.map(({ name, codes, parents }) =>
    codes.map((code, i) => (parents[i]! < 0 ? "" : `|${name}=${code}`)),
  );
  const ids = new Array<string>(crossSize(dimensions));
  const at = new Array<number>(dimensions.length).fill(0);
  for (let cell = 0; cell < ids.length; cell++) {
    let id = subject;
    for (const dimension of order) id += texts[dimension]![at[dimension]!]!;
    ids[cell] = id;
    for (let d = at.length - 1; d >= 0; d--) {
      at[d]!++;
      if (at[d]! < dimensions[d]!.codes.length) break;
      at[d] = 0;
    }
  }
  return ids;
}

/** The cells of a table, whichever way it is given: their names, true counts, and whether they are ever published. */
export function cellsOf(table: Table): Readonly<{
  ids: readonly string[];
  counts: ArrayLike<number>;
  isPublished: (at: number) => boolean;
}> {
  if (isCrossTable(table))
    return { ids: crossCellIds(table), counts: table.counts, isPublished: () => table.published !== false };
  const { cells } = table;
  return {
    ids: cells.map(({ id }) => id),
    counts: cells.map(({ count }) => count),
    isPublished: (at) => cells[at]!.published !== false,
  };
}

/** Calls back with each total and its parts, as positions in the table. */
export function eachCrossRelation(
  dimensions: readonly Dimension[],
  take: (total: number, parts: readonly number[]) => void,
): void {
  const size = crossSize(dimensions);
  let stride = size;
  for (const { codes, parents } of dimensions) {
    const block = stride;
    stride /= codes.length;
    const families = children(parents, codes.length);
    for (const [parent, members] of families)
      for (let outer = 0; outer < size; outer += block)
        for (let inner = 0; inner < stride; inner++) {
          const base = outer + inner;
          take(
            base + parent * stride,
            members.map((member) => base + member * stride),
          );
        }
  }
}

function children(parents: ArrayLike<number>, size: number): Map<number, number[]> {
  const families = new Map<number, number[]>();
  for (let i = 0; i < size; i++) {
    if (parents[i]! < 0) continue;
    const family = families.get(parents[i]!) ?? [];
    family.push(i);
    families.set(parents[i]!, family);
  }
  return families;
}

function requireTree({ name, codes, parents }: Dimension): void {
  if (codes.length !== parents.length)
    misuse(`Dimension ${name} has ${codes.length} codes and ${parents.length} parents; they must match.`);
  let wholes = 0;
  for (let i = 0; i < codes.length; i++) {
    if (parents[i]! < 0) wholes++;
    let at = i;
    for (let steps = 0; parents[at]! >= 0; steps++) {
      at = parents[at]!;
      if (steps > codes.length || at >= codes.length) misuse(`The codes of dimension ${name} do not form a tree.`);
    }
  }
  if (wholes !== 1) misuse(`Dimension ${name} must have one code that is the whole; it has ${wholes}.`);
}
