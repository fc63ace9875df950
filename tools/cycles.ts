import { type Finding, finding } from "./finding.ts";
import { importGraph } from "./import-graph.ts";

/** What each file imports, by path. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/**
 * The import cycles: for every file on a cycle, a shortest way from it back to itself; each cycle once.
 *
 * @example
 * importCycles(new Map([["a", ["b"]], ["b", ["a"]], ["c", ["a"]]])) // => [["a", "b", "a"]]
 */
export function importCycles(edges: Edges): string[][] {
  const found = new Map<string, string[]>();
  for (const file of edges.keys()) {
    const cycle = shortestWayBack(edges, file);
    if (cycle)
      found.set([...cycle.slice(1)].sort().join(" "), found.get([...cycle.slice(1)].sort().join(" ")) ?? cycle);
  }
  return [...found.values()];
}

function shortestWayBack(edges: Edges, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue)
    for (const next of edges.get(file) ?? []) {
      if (next === start) return [...wayTo(file, start, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  return undefined;
}

function wayTo(file: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [file];
  while (way[0] !== start) way.unshift(cameFrom.get(way[0]!)!);
  return way;
}

/** Looks for import cycles in all our files. */
export function cycles(): Finding {
  const graph = importGraph();
  const edges = new Map([...graph].map(([file, imports]) => [file, imports.map(({ target }) => target)]));
  return finding(
    `cycles: ${graph.size} files`,
    importCycles(edges).map((cycle) => `import cycle: ${cycle.join(" -> ")}`),
  );
}
