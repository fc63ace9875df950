/** A class of a map: values from `from` up to but not including `below`. */
export type MapClass = Readonly<{ from: number; below: number }>;

/** As many shades as stay apart in grey and for every kind of color vision. */
const mostClasses = 5;

/**
 * Classes with round edges that hold all values, at most five, evenly wide.
 *
 * @example
 * mapClasses([68.8, 74, 85.2]).map(({ from }) => from) // => [65, 70, 75, 80, 85]
 * @example
 * mapClasses([3, 3]) // => [{ from: 3, below: 4 }]
 */
export function mapClasses(values: readonly number[]): readonly MapClass[] {
  if (values.length === 0) return [];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const steps = roundSteps((high - low) / mostClasses);
  for (const step of steps) {
    const first = stepOf(low, step);
    const count = stepOf(high, step) - first + 1;
    if (count <= mostClasses)
      return Array.from({ length: count }, (_, i) => ({ from: (first + i) * step, below: (first + i + 1) * step }));
  }
  return [];
}

/**
 * The class of a value, counted from 0; -1 where none holds it.
 *
 * @example
 * classOf(70, [{ from: 65, below: 70 }, { from: 70, below: 75 }]) // => 1
 */
export const classOf = (value: number, classes: readonly MapClass[]): number =>
  classes.findIndex(({ from, below }) => value >= from && value < below);

/** The step that holds a value. Dividing rounds: a hair below an edge it gives the edge, so that the edges decide. */
function stepOf(value: number, step: number): number {
  const near = Math.floor(value / step);
  if (near * step > value) return near - 1;
  return (near + 1) * step <= value ? near + 1 : near;
}

/** Round steps of at least a size, the finest first. */
function roundSteps(atLeast: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(atLeast || 1)) || Number.MIN_VALUE;
  return [1, 2, 5, 10, 20, 50].map((digit) => digit * power).filter((step) => step >= atLeast);
}
