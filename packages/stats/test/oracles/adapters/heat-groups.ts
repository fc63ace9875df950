import { type Groups, type Inequality, isUndefined, type Undefined } from "../../../src/index.ts";
import { type Answer, departing, type OracleCase } from "../oracle.ts";

/** The columns of a case as groups; what is missing is NaN. */
export function heatGroups(input: OracleCase["input"]): Groups {
  return {
    values: numbers(input.estimate),
    ...(input.population && { population: numbers(input.population) }),
    ...(input.se && { standardErrors: numbers(input.se) }),
  };
}

/** Where the peer refuses but a value is recommended, groups may be missing to any extent; otherwise to WHO's. */
export function missingAllowed({ expected }: OracleCase): number {
  return expected.recommended === undefined ? 0.15 : 1;
}

/** A measure in the peer's words, its standard error and limits compared. */
export function measured(answer: Inequality | Undefined): Answer {
  if (isUndefined(answer)) return answer;
  const { value, limits } = answer;
  if (isUndefined(limits)) return { estimate: value, se: null, lower: null, upper: null };
  return { estimate: value, se: limits.standardError, lower: limits.lower, upper: limits.upper };
}

/** A measure whose standard error the peer leaves unmultiplied, so that its limits are too narrow by that factor. */
export function misscaled(answer: Inequality | Undefined, factor: number, reason: string): Answer {
  if (isUndefined(answer) || isUndefined(answer.limits)) return measured(answer);
  const se = departing(`${reason}; compared after that`, answer.limits.standardError / factor);
  return { estimate: answer.value, se, lower: departing(reason), upper: departing(reason) };
}

const drawn =
  "the peer's limits are percentiles of 100 draws that add noise to noise; this library's are not simulated";

/** A measure whose limits the peer draws. */
export function drawnLimits(answer: Inequality | Undefined): Answer {
  if (isUndefined(answer)) return answer;
  const missing = isUndefined(answer.limits) && answer.limits.undefined === "no-uncertainty";
  const limit = missing ? null : departing(drawn);
  return { estimate: answer.value, simulated_lower: limit, simulated_upper: limit };
}

function numbers(column: readonly (number | null)[]): number[] {
  return column.map((cell) => cell ?? Number.NaN);
}
