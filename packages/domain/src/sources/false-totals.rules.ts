import type { Observation } from "./observation.ts";

/**
 * How totals and parts stand in a file. `group` names what a total and its parts have in common, or null for what is
 * neither; `slack` is how far the parts may add to less (`short`) or more (`over`) than the total, by their number.
 */
export type Adding = Readonly<{
  group: (observation: Observation) => string | null;
  isTotal: (observation: Observation) => boolean;
  slack: (parts: number) => Readonly<{ short: number; over: number }>;
}>;

/** A total, and what its parts add to instead. */
export type FalseTotal = Readonly<{ total: Observation; sum: number }>;

/**
 * The totals that their parts do not add to. Groups without a total, without parts, or with a part that has no value
 * are passed over: nothing can be said of them.
 */
export function falseTotals(observations: readonly Observation[], adding: Adding): FalseTotal[] {
  const groups = new Map<string, { total: Observation | null; sum: number; parts: number; known: boolean }>();
  for (const observation of observations) {
    const key = adding.group(observation);
    if (key === null) continue;
    const group = groups.get(key) ?? { total: null, sum: 0, parts: 0, known: true };
    groups.set(key, group);
    if (observation.value === null) group.known = false;
    else if (adding.isTotal(observation)) group.total = observation;
    else {
      group.sum += observation.value;
      group.parts++;
    }
  }
  return [...groups.values()].flatMap(({ total, sum, parts, known }) => {
    if (total === null || parts === 0 || !known) return [];
    const { short, over } = adding.slack(parts);
    const excess = sum - total.value!;
    return excess > over || excess < -short ? [{ total, sum }] : [];
  });
}

/**
 * Slack for counts that were each rounded on their own: half a person for each part and for the total.
 *
 * @example
 * roundedApart(10) // => { short: 5, over: 5 }
 */
export function roundedApart(parts: number): { short: number; over: number } {
  const most = Math.floor((parts + 1) / 2);
  return { short: most, over: most };
}

/** Slack where a part of the total belongs to none of the parts (sex or address not known): never more than it. */
export const someUnknown = (): { short: number; over: number } => ({ short: Number.POSITIVE_INFINITY, over: 0 });
