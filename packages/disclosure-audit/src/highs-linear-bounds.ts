import type { LinearBounds, LinearProblem } from "@evenspan/stats";
import highsModule from "highs";

// Its types describe the CommonJS build, in which the function is a property; what Node imports is the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

type Highs = Awaited<ReturnType<typeof loadHighs>>;
type Model = ReturnType<Highs["createModel"]>;

/** HiGHS found no least or greatest value: the problem has no solution, or it gave up. */
export class NoLinearBounds extends Error {
  override name = "NoLinearBounds";
  readonly isImpossible: boolean;

  constructor(status: number, isImpossible: boolean) {
    super(`HiGHS ends with status ${status} where least and greatest values were wanted.`);
    this.isImpossible = isImpossible;
  }
}

/**
 * HiGHS (MIT; the same solver as WebAssembly, so nothing is built and nothing leaves the machine) as the solver of an
 * `attack`. One model is kept for a component and only its objective changes, so that each solution starts from the last.
 *
 * Each solution is also looked at for the other columns: one in which a column is low enough and one in which it is high
 * enough spare the search of its own. A column that is spared keeps the bounds with which it came.
 *
 * @returns the solver, ready for use; it answers with Infinity where a column is not bounded, and throws NoLinearBounds
 *   where a problem has no solution or HiGHS gives up
 * @see Huangfu Q, Hall JAJ, Parallelizing the dual revised simplex method, Math Program Comput 2018;10:119-142
 */
export async function highsLinearBounds(): Promise<LinearBounds> {
  const highs = await loadHighs();
  return (problem, columns, enough) => {
    const model = highs.createModel(modelOf(highs, problem));
    try {
      model.options.set({ output_flag: false, presolve: "off" });
      return boundsOf(highs, model, problem, columns, enough);
    } finally {
      model.dispose();
    }
  };
}

function modelOf(highs: Highs, problem: LinearProblem) {
  const numCols = problem.lower.length;
  const numRows = problem.rowLower.length;
  const finite = (bounds: Float64Array) =>
    bounds.map((bound) => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity));
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: finite(problem.lower),
    colUpper: finite(problem.upper),
    rowLower: finite(problem.rowLower),
    rowUpper: finite(problem.rowUpper),
    matrix: {
      format: "csr" as const,
      numRows,
      numCols,
      starts: problem.rowStart,
      indices: problem.rowColumn,
      values: problem.rowWeight,
    },
  };
}

function boundsOf(
  highs: Highs,
  model: Model,
  { lower, upper }: LinearProblem,
  columns: readonly number[],
  enough: Parameters<LinearBounds>[2],
): ReturnType<LinearBounds> {
  const least = new Float64Array(lower.length).fill(Infinity);
  const most = new Float64Array(lower.length).fill(-Infinity);
  const { optimal, unbounded, infeasible } = highs.constants.modelStatus;
  const isSettled = (status: number): boolean => [optimal, unbounded, infeasible].some((one) => one === status);
  const reached = (column: number, sign: 1 | -1): number => {
    model.changeColCost(column, sign);
    model.run();
    // Seldom a search from the last solution leads nowhere; from scratch it does not.
    if (!isSettled(model.getModelStatus())) {
      model.clearSolver();
      model.run();
    }
    // A change of the model takes its status and solution with it: they are read before the cost is taken back.
    const status = model.getModelStatus();
    const values = model.getSolution().colValue;
    model.changeColCost(column, 0);
    if (status === unbounded) return -sign * Infinity;
    if (status !== optimal) throw new NoLinearBounds(status, status === infeasible);
    for (let i = 0; i < values.length; i++) {
      least[i] = Math.min(least[i]!, values[i]!);
      most[i] = Math.max(most[i]!, values[i]!);
    }
    return values[column]!;
  };
  return columns.map((column) => {
    const isLow = enough !== undefined && least[column]! <= enough.lower;
    const isHigh = enough !== undefined && most[column]! >= enough.upper;
    return {
      lower: isLow ? lower[column]! : reached(column, 1),
      upper: isHigh ? upper[column]! : reached(column, -1),
    };
  });
}
