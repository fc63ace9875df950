import {
  type EstimateWithError,
  isUndefined,
  lifeExpectancies,
  lifeExpectancy,
  lifeExpectancyAt,
  normalMultiplier,
  type Undefined,
} from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** PHE suppresses totals of 5 000 or fewer, and a value (not its limits) whose 95% half-width exceeds ten years. */
export function lifeExpectancyCase({ input, options }: OracleCase): Answer {
  const { start_age: ages, deaths, population: personYears } = input;
  const levels: number[] = options.confidence.map((level: number) => (level >= 1 ? level / 100 : level));
  const at = (age: number, level: number): EstimateWithError | Undefined =>
    sameInColumns(
      lifeExpectancy({ ages, deaths, personYears }, { age, level, minimumPersonYears: 5000 }),
      () =>
        lifeExpectancies(
          { ages, deaths: Float64Array.from(deaths), personYears: Float64Array.from(personYears) },
          { level, minimumPersonYears: 5000 },
        ),
      age,
    );
  const first = levels.length === 1;
  const answer: Record<string, unknown> = {
    startage: ages,
    value: ages.map((age: number) => pheValue(at(age, levels[0]!))),
    pops_used: sumsFrom(personYears),
    dths_used: sumsFrom(deaths),
  };
  for (const level of levels) {
    const suffix = first ? "cl" : `${(100 * level).toFixed(1).replace(".", "_")}cl`;
    answer[`lower${suffix}`] = ages.map((age: number) => limit(at(age, level), "lower"));
    answer[`upper${suffix}`] = ages.map((age: number) => limit(at(age, level), "upper"));
  }
  return answer;
}

/** Where nobody reaches an age the peer prints 0 with limits NaN; this library says so instead. */
function pheValue(estimate: EstimateWithError | Undefined): number | Undefined {
  if (isUndefined(estimate)) return estimate.undefined === "nobody-reaches-age" ? (0 as number) : estimate;
  if (normalMultiplier(0.95) * estimate.standardError > 10)
    return { undefined: "impossible-value", message: "PHE policy" };
  return estimate.value;
}

function limit(estimate: EstimateWithError | Undefined, side: "lower" | "upper"): number | Undefined {
  return isUndefined(estimate) ? estimate : estimate[side];
}

function sumsFrom(column: readonly number[]): number[] {
  return column.map((_, i) => column.slice(i).reduce((sum, n) => sum + n, 0));
}

/** The column form must give what the single call gives, to the last bit. */
function sameInColumns(
  single: EstimateWithError | Undefined,
  columns: () => ReturnType<typeof lifeExpectancies>,
  age: number,
): EstimateWithError | Undefined {
  const cell = lifeExpectancyAt(columns(), 0, age);
  if (JSON.stringify(cell) !== JSON.stringify(single)) throw new Error(`columns say ${JSON.stringify(cell)}`);
  return single;
}
