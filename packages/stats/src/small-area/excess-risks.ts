import { columnOf } from "../column.ts";
import { sqrt } from "../maths.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../undefined.ts";
import { type EventsByArea, momentVariance, type Together, together } from "./events-by-area.ts";

const noEvents = undefinedBecause("no-events", "No area has an event, so nothing can be said to exceed the whole.");

/**
 * How many times the overall rate each area has (its excess risk).
 *
 * Formula. D/(mP) with m = ΣD/ΣP.
 * Units. A ratio; 1 is the rate of all areas together.
 * Refuses. missing-value, negative-events, no-person-years, no-observations, no-events.
 * References. Anselin L, Lozano N, Koschinsky J, Rate Transformations and Smoothing, 2006.
 * Checked against. spatial_smoothing_esda (esda 2.7.0 Excess_Risk).
 * @example
 * excessRisks({ events: [4, 30, 9], personYears: [1000, 9000, 6000] }) // => [1.4883721, 1.2403101, 0.5581395]
 */
export function excessRisks(of: EventsByArea): Float64Array | Undefined {
  return ofEach(of, ({ rate }, events, personYears) => events / (rate * personYears));
}

/**
 * Rates as deviates: how many standard deviations each lies from the overall rate, for maps and tests of clustering in
 * which small areas shall not lead by their noise.
 *
 * Formula. z = (r − m)/√v, v = a + m/P with Marshall's a = s² − m/P̄, and v = m/P where that is not above zero. Unlike in
 * smoothing, a may be below zero.
 * Units. Standard deviations.
 * Refuses. missing-value, negative-events, no-person-years, no-observations, no-events.
 * References. Assunção RM, Reis EA, Stat Med 1999;18:2147-2162.
 * Checked against. spatial_smoothing_esda (esda 2.7.0 assuncao_rate).
 * @example
 * rateDeviates({ events: [4, 30, 9], personYears: [1000, 9000, 6000] }) // => [0.7509585, 0.7914965, -1.3153068]
 */
export function rateDeviates(of: EventsByArea): Float64Array | Undefined {
  return ofEach(of, (all, events, personYears) => {
    const noise = all.rate / personYears;
    const variance = momentVariance(all) + noise;
    return (events / personYears - all.rate) / sqrt(variance > 0 ? variance : noise);
  });
}

function ofEach(
  of: EventsByArea,
  figure: (all: Together, events: number, personYears: number) => number,
): Float64Array | Undefined {
  const all = together(of);
  if (isUndefined(all)) return all;
  return all.events > 0 ? columnOf(of.events, (events, i) => figure(all, events, of.personYears[i]!)) : noEvents;
}
