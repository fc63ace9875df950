import { emptyColumn } from "../column.ts";
import { isUndefined, type Undefined } from "../undefined.ts";
import type { Rate } from "./crude-rate.ts";
import { type DirectRateOptions, rateOfWeighted, weightedCount } from "./direct-rate.ts";
import { confidenceOf } from "./poisson-count-limits.ts";

/**
 * A directly standardised rate of events that the same person can have more than once, as admissions: limits allow for
 * the repeats, which make them wider.
 *
 * Formula. People with exactly f events form the row f: r = Σ_f f r_f and V = Σ_f f² V_f, where r_f and V_f are the
 * standardised rate and variance of the people in that row; then the limits of directRate with O = Σ f × people.
 * Units. As directRate. `peopleByFrequency[0]` holds, by stratum, the people with one event, `[1]` those with two, …
 * Refuses. As directRate.
 * References. Office for Health Improvement and Disparities, Technical guide: confidence intervals for directly
 * standardised rates of non-independent events, 2023; Dobson AJ et al, Stat Med 1991;10:457.
 * Checked against. dsr_dobson_byar (PHEindicatormethods 2.1.0, independent_events = FALSE).
 * @example
 * repeatEventRate(
 *   { peopleByFrequency: [[5, 8], [2, 4]], personYears: [4000, 3000], standardPopulation: [60, 40] },
 *   { per: 1000, method: "dobson-byar" },
 * ) // => { value: 3.483, events: 25 }
 */
export function repeatEventRate(
  of: Readonly<{
    peopleByFrequency: readonly ArrayLike<number>[];
    personYears: ArrayLike<number>;
    standardPopulation: ArrayLike<number>;
  }>,
  options: DirectRateOptions = {},
): Rate | Undefined {
  const { method = "dobson-byar", per = 100_000, level = 0.95 } = options;
  const { peopleByFrequency, personYears, standardPopulation } = of;
  const by = confidenceOf(level);
  const all = weightedCount({ events: emptyColumn(personYears.length), personYears, standardPopulation });
  if (isUndefined(all)) return all;
  for (const [index, people] of peopleByFrequency.entries()) {
    const row = weightedCount({ events: people, personYears, standardPopulation });
    if (isUndefined(row)) return row;
    const frequency = index + 1;
    all.rate += frequency * row.rate;
    all.variance += frequency * frequency * row.variance;
    all.events += frequency * row.events;
  }
  return rateOfWeighted(all, method, per, by);
}
