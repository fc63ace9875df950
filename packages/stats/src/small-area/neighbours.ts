import { misuse, requirePlace } from "../misuse.ts";

/**
 * Who borders whom, in compressed rows: the neighbours of area i are `members[starts[i]]` up to, but not with,
 * `members[starts[i + 1]]`, counted from zero. An area is not its own neighbour; the functions add it themselves.
 */
export type Neighbours = Readonly<{ starts: Uint32Array; members: Uint32Array }>;

/**
 * Lists of neighbours as two columns.
 *
 * Formula. None: it copies.
 * Units. Areas are counted from zero, as their entries in a column.
 * Refuses. Throws RangeError for a neighbour that is no area, is the area itself, or is named twice.
 * References. None: compressed rows.
 * Checked against. The example below.
 * @example
 * neighboursOf([[1], [0, 2], [1]]) // => { starts: [0, 1, 3, 4], members: [1, 0, 2, 1] }
 */
export function neighboursOf(lists: readonly (readonly number[])[]): Neighbours {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = starts[i]! + list.length;
    for (const member of list) requirePlace("area", member, lists.length);
  });
  const neighbours = { starts, members: Uint32Array.from(lists.flat()) };
  requireNeighbours(neighbours, lists.length);
  return neighbours;
}

/** Throws for columns that are no lists of neighbours of so many areas. */
export function requireNeighbours({ starts, members }: Neighbours, areas: number): void {
  if (starts.length !== areas + 1 || starts[0] !== 0 || starts[areas] !== members.length)
    misuse(`\`starts\` must lead from 0 to ${members.length} in ${areas + 1} entries, one more than there are areas.`);
  const lastSeenBy = new Int32Array(areas).fill(-1);
  for (let i = 0; i < areas; i++) {
    if (starts[i + 1]! < starts[i]!) misuse(`\`starts\` must not fall, as it does at area ${i}.`);
    lastSeenBy[i] = i;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const member = members[k]!;
      if (member >= areas) requirePlace("area", member, areas);
      if (lastSeenBy[member] === i) misuse(`Area ${member} is named twice around area ${i}, or is that area itself.`);
      lastSeenBy[member] = i;
    }
  }
}
