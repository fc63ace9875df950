import { directRate, isUndefined, type Rate, repeatEventRate, type Undefined } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/**
 * PHE answers nothing below ten events and takes a missing count for zero; both are its policy and are applied here,
 * outside the library.
 */
export function dobsonByarCase({ input, options }: OracleCase): Answer {
  const levels: number[] = [options.confidence].flat();
  if ("eventfreq" in input) return repeats(input, levels[0]!, options.multiplier);
  const events: number[] = input.count.map((n: number | null) => n ?? 0);
  const of = { events, personYears: input.population, standardPopulation: input.standard_population };
  const at = (level: number): Rate | Undefined => {
    const rate = directRate(of, { method: "dobson-byar", per: options.multiplier, level });
    if (isUndefined(rate) || rate.events >= 10) return rate;
    return { undefined: "no-events", message: "PHE policy: fewer than ten events." };
  };
  const rate = at(levels[0]!);
  const answer: Record<string, unknown> = {
    total_count: sum(events),
    total_pop: sum(input.population),
    value: isUndefined(rate) ? rate : rate.value,
  };
  for (const level of levels) {
    const suffix = levels.length === 1 ? "" : (100 * level).toFixed(level === 0.95 ? 0 : 1).replace(".", "");
    const one = at(level);
    answer[`lower${suffix}`] = isUndefined(one) ? one : one.lower;
    answer[`upper${suffix}`] = isUndefined(one) ? one : one.upper;
  }
  return answer;
}

function repeats(input: OracleCase["input"], level: number, per: number): Answer {
  const bands = Math.max(...input.ageband);
  const frequencies = Math.max(...input.eventfreq);
  const rows = Array.from({ length: frequencies }, (_, f) => input.x.slice(f * bands, (f + 1) * bands) as number[]);
  const personYears = input.n.slice(0, bands);
  const rate = repeatEventRate(
    { peopleByFrequency: rows, personYears, standardPopulation: input.sp.slice(0, bands) },
    { per, level },
  );
  if (isUndefined(rate)) return rate;
  return {
    total_count: rate.events,
    total_pop: sum(personYears),
    value: rate.value,
    lower: rate.lower,
    upper: rate.upper,
  };
}

function sum(column: readonly number[]): number {
  return column.reduce((total, n) => total + n, 0);
}
