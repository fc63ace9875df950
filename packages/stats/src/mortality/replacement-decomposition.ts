import { requireSameLength, requireWhole } from "../misuse.ts";

/** Any measure of a list of numbers, such as life expectancy of a list of death rates. */
export type Measure = (parameters: readonly number[]) => number;

/**
 * What each number of a list gives to a difference in any measure of it, by replacing them one after another.
 *
 * Formula. From the first list to the second, in order, each change of the measure belongs to the number replaced; with
 * `symmetric` (the default) the mean of that and of the way back. The parts sum to the difference exactly.
 * Units. Those of the measure.
 * Refuses. Nothing: a measure that refuses should not be asked. Throws RangeError for lists of different lengths.
 * References. Andreev EM, Shkolnikov VM, Begun AZ, Demogr Res 2002;7:499-522.
 * Checked against. life_expectancy_gap_decomposition (DemoDecomp 1.14.1).
 * @example
 * replacementDecomposition(([a, b]) => a * b, [1, 2], [3, 5], { symmetric: false }) // => [4, 9]
 * @example
 * replacementDecomposition(([a, b]) => a * b, [1, 2], [3, 5]) // => [7, 6]
 */
export function replacementDecomposition(
  measure: Measure,
  first: readonly number[],
  second: readonly number[],
  options: Readonly<{ symmetric?: boolean }> = {},
): number[] {
  requireSameLength({ first, second });
  const there = replaceInOrder(measure, first, second);
  if (options.symmetric === false) return there;
  const back = replaceInOrder(measure, second, first);
  return there.map((part, i) => (part - back[i]!) / 2);
}

function replaceInOrder(measure: Measure, from: readonly number[], to: readonly number[]): number[] {
  const current = [...from];
  let before = measure(current);
  return to.map((value, i) => {
    current[i] = value;
    const after = measure(current);
    const part = after - before;
    before = after;
    return part;
  });
}

/**
 * What each number of a list gives to a difference in any measure of it, by walking the straight line between the lists.
 *
 * Formula. In N steps from first to second, at the middle of each, part_i += f(x + ½δ_i) − f(x − ½δ_i), δ = (second − first)/N.
 * The parts sum to the difference but for an error that falls with N².
 * Units. Those of the measure.
 * Refuses. Nothing: a measure that refuses should not be asked. Throws RangeError for lists of different lengths or steps
 * that are not a whole number above zero.
 * References. Horiuchi S, Wilmoth JR, Pletcher SD, Demography 2008;45:785-801.
 * Checked against. life_expectancy_gap_decomposition (DemoDecomp 1.14.1, horiuchi with N = 20).
 * @example
 * lineIntegralDecomposition(([a, b]) => a * b, [1, 2], [3, 5]) // => [7, 6]
 */
export function lineIntegralDecomposition(
  measure: Measure,
  first: readonly number[],
  second: readonly number[],
  options: Readonly<{ steps?: number }> = {},
): number[] {
  const { steps = 20 } = options;
  requireSameLength({ first, second });
  requireWhole("steps", steps, 1);
  const step = first.map((value, i) => (second[i]! - value) / steps);
  const parts = first.map(() => 0);
  for (let turn = 0; turn < steps; turn++) {
    const at = first.map((value, i) => value + (turn + 0.5) * step[i]!);
    for (const [i, value] of at.entries()) {
      if (step[i] === 0) continue;
      const after = measure(at.with(i, value + step[i]! / 2));
      parts[i]! += after - measure(at.with(i, value - step[i]! / 2));
    }
  }
  return parts;
}
