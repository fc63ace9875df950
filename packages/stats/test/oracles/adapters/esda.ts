import { directRate, type Interval, isUndefined, standardisedRatio, type Undefined } from "../../../src/index.ts";
import type { Answer, OracleCase } from "../oracle.ts";

/** Areas one by one, as PySAL's esda standardises them: Fay-Feuer directly, log-normal limits indirectly. */
export function esdaStandardisationCase({ source, input, options }: OracleCase): Answer {
  const level = 1 - options.alpha;
  const areas: number[][] = input.events;
  // The peer multiplies by the rate of all reference areas together, not of each area's own.
  const pooled = source === "esda_isr" ? total(input.ref_events) / total(input.ref_population) : 1;
  const each = areas.map((events, i) => {
    const personYears: number[] = input.population[i];
    if (source === "esda_dsr") {
      return directRate({ events, personYears, standardPopulation: input.standard_population[i] }, { per: 1, level });
    }
    return standardisedRatio(
      { events, personYears, referenceEvents: input.ref_events[i], referencePersonYears: input.ref_population[i] },
      { times: pooled, method: "log-normal", level },
    );
  });
  return { rate: column(each, "value"), lower: column(each, "lower"), upper: column(each, "upper") };
}

function column(estimates: readonly ((Interval & { value: number }) | Undefined)[], key: "value" | "lower" | "upper") {
  return estimates.map((of) => (isUndefined(of) ? of : of[key]));
}

function total(rows: readonly (readonly number[])[]): number {
  return rows.flat().reduce((sum, n) => sum + n, 0);
}
