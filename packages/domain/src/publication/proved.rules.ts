import { type Cell, isUndefined, protect, type Relation } from "@evenspan/stats";
import { type Sum, sumsAmong } from "../attack/sums-among.ts";
import type { DraftFigure } from "../figures/figure.ts";
import type { PlaceSet } from "../places/place-set.ts";
import { countId } from "../told/count-name.ts";
import { countUnder } from "../told/count-under.ts";

/** Figures whose counts are told exactly, and what is already decided of them. */
export type Decided = Readonly<{
  figures: readonly DraftFigure[];
  sets: readonly PlaceSet[];
  /** Figures that are not shown. */
  hidden: ReadonlySet<string>;
  /** Figures whose number was told before: to keep them hides nothing. */
  told: ReadonlySet<string>;
  largestWithheldCount: number;
}>;

/**
 * Figures to keep besides, so that for each small count there is a table in which it is one and a table in which it is the
 * largest that is kept, and both agree with all that is shown: by sums of places, sexes, years and causes together.
 */
export function provedKept({ figures, sets, hidden, told, largestWithheldCount }: Decided): readonly string[] {
  const counted = figures.flatMap((figure) => {
    const name = countUnder(figure);
    const count = figure.unit === "people" ? figure.basis.people : figure.basis.events;
    return name === null || count === null ? [] : [{ id: countId(name), name, count, figure: figure.id }];
  });
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  const cells: Cell[] = counted.map(({ id, count, figure }) =>
    hidden.has(figure) && count > 0 ? { id, count, published: false } : { id, count },
  );
  const sums = sumsAmong(
    counted.map(({ name }) => name),
    sets,
  ).flatMap((sum) => balanced(sum, counts, largestWithheldCount) ?? []);
  // A count of none may be known, and shelters nobody.
  const fixed = counted.filter(({ count, figure }) => count === 0 || told.has(figure)).map(({ id }) => id);
  const keep = new Set([...fixed, ...sums.flatMap((sum) => sum.known)]);
  const table = {
    cells: [...cells, ...sums.flatMap((sum) => sum.cells)],
    relations: sums.flatMap(({ relations }) => relations),
  };
  const protection = protect([table], [], { largestWithheld: largestWithheldCount }, { keep });
  if (isUndefined(protection)) throw new Error(protection.message);
  const kept = new Set(protection.ids.filter((_, cell) => protection.withheld[cell] === 1));
  return counted.filter(({ id }) => kept.has(id)).map(({ figure }) => figure);
}

/** Relations that a sum gives, with the cells that are no count of a figure, and those among them that are known. */
type Balanced = Readonly<{ relations: readonly Relation[]; cells: readonly Cell[]; known: readonly string[] }>;

/**
 * What a sum has besides its parts is taken as known where there is nothing else to it (a death of no known address), and
 * as open where it stands for counts that nobody is told (other causes, places without a figure). One that is itself as
 * small as a kept count is taken as known too, or it would be protected; and it is written so that it does not look like
 * one: total + many = parts + (rest + many).
 */
function balanced(
  { kind, total, parts }: Sum,
  counts: ReadonlyMap<string, number>,
  largestWithheldCount: number,
): Balanced | null {
  const id = countId(total);
  const there = parts.map(countId).filter((part) => counts.has(part));
  const whole = counts.get(id);
  if (whole === undefined || there.length === 0) return null;
  const rest = there.reduce((left, part) => left - counts.get(part)!, whole);
  if (rest < 0) return null;
  const isOpen = kind === "causes" || there.length < parts.length;
  if (rest === 0 && !isOpen) return { relations: [{ total: id, parts: there }], cells: [], known: [] };
  const named = `rest of ${id} by ${kind}, ${there[0]}`;
  if (isOpen && (rest === 0 || rest > largestWithheldCount))
    return {
      relations: [{ total: id, parts: [...there, named] }],
      cells: [{ id: named, count: rest, published: false }],
      known: [],
    };
  const [many, both] = [`many beside ${named}`, `both sides of ${named}`];
  const size = largestWithheldCount + 1;
  return {
    relations: [
      { total: both, parts: [id, many] },
      { total: both, parts: [...there, named] },
    ],
    cells: [
      { id: many, count: size },
      { id: named, count: rest + size },
      { id: both, count: whole + size, published: false },
    ],
    known: [many, named],
  };
}
