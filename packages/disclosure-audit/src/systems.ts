import type { PublishedCells } from "@evenspan/stats";

/** What was told at two times: today's tables, and all that was told before. A name is one cell in both. */
export type Telling = Readonly<{ today: PublishedCells; before: PublishedCells }>;

/**
 * Takes what was told apart into systems that have nothing to do with each other: two unseen cells belong together where
 * a sum or a figure holds both. What is shown ties nothing together, for its number is known.
 *
 * @example
 * const cells = [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "all", count: 9 }];
 * const today = { cells, relations: [{ total: "all", parts: ["a", "b"] }], figures: [] };
 * const before = { cells: [], relations: [], figures: [] };
 * systemsOf({ today, before }).map((system) => system.today.cells.map(({ id }) => id)) // => [["a", "b", "all"], ["c"]]
 */
export function systemsOf({ today, before }: Telling): readonly Telling[] {
  const leaderOf = leaders([today, before]);
  const cellsOf = grouped([...today.cells, ...before.cells], ({ id }) => leaderOf(id));
  const [now, then] = [pieces(today, leaderOf), pieces(before, leaderOf)];
  return [...cellsOf].map(([leader, unseen]) => {
    const ids = new Set([...unseen.map(({ id }) => id), ...now.idsIn(leader), ...then.idsIn(leader)]);
    return { today: now.piece(leader, ids), before: then.piece(leader, ids) };
  });
}

type Cell = PublishedCells["cells"][number];
type Sum = PublishedCells["relations"][number];
type Figure = PublishedCells["figures"][number];
type LeaderOf = (id: string) => string | undefined;

const inSum = ({ total, parts }: Sum): readonly string[] => [total, ...parts];
const inFigure = (one: Figure): readonly string[] =>
  one.kind === "linear" ? one.terms.map(({ cell }) => cell) : [one.numerator, one.denominator];

/** For each unseen cell the one by which its system is known; nothing for what is shown. */
function leaders(tables: readonly PublishedCells[]): LeaderOf {
  const shown = new Set(
    tables.flatMap(({ cells }) => cells.flatMap(({ id, count }) => (count === undefined ? [] : id))),
  );
  const above = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      above.set(at, above.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const { relations, figures } of tables)
    for (const ids of [...relations.map(inSum), ...figures.map(inFigure)]) {
      const [first, ...others] = ids.filter((id) => !shown.has(id));
      for (const other of others) if (top(other) !== top(first!)) above.set(top(other), top(first!));
    }
  return (id) => (shown.has(id) ? undefined : top(id));
}

/** What of a table belongs to a system, and the ids that its sums and figures name. */
function pieces({ cells, relations, figures }: PublishedCells, leaderOf: LeaderOf) {
  const byId = new Map<string, Cell>(cells.map((cell) => [cell.id, cell]));
  const leading = (ids: readonly string[]) => ids.map(leaderOf).find((one) => one !== undefined);
  const sumsOf = grouped(relations, (one) => leading(inSum(one)));
  const figuresOf = grouped(figures, (one) => leading(inFigure(one)));
  return {
    idsIn: (leader: string): readonly string[] => [
      ...(sumsOf.get(leader) ?? []).flatMap(inSum),
      ...(figuresOf.get(leader) ?? []).flatMap(inFigure),
    ],
    piece: (leader: string, ids: Iterable<string>): PublishedCells => ({
      cells: [...ids].flatMap((id) => byId.get(id) ?? []),
      relations: sumsOf.get(leader) ?? [],
      figures: figuresOf.get(leader) ?? [],
    }),
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
