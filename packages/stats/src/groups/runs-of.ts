/** Where equal entries of a sorted column stand together: from which place to before which. */
export function runsOf(sorted: ArrayLike<number>): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (let from = 0, to = 1; from < sorted.length; from = to++) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    runs.push([from, to]);
  }
  return runs;
}
