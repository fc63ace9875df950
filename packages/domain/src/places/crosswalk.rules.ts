import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { PlaceId } from "./place.ts";

/** How much of one place lies in another: people who live in both, or 1 where the whole of it does. */
export type CrosswalkLink = Readonly<{ from: PlaceId; to: PlaceId; weight: number }>;

/** A value of one place. */
export type PlaceValue = Readonly<{ placeId: PlaceId; value: number }>;

/**
 * A value carried over to another place, and how much of that place it is known for: the share of its weight whose
 * own value was there, 0 to 1. There is no interval: that of the parts does not tell it.
 */
export type CarriedValue = Readonly<{ placeId: PlaceId; value: number; coverage: number }>;

/** A mean is refused where less than this share of a place's people have a value. */
const leastCoverage = 0.95;

/**
 * The share of each source place that lies in each target: the weights of a source add to 1.
 *
 * A source without any weight (a ZIP code where nobody lives) is left out: it has nothing to share.
 *
 * @example
 * crosswalkShares([{ from: "zip:1", to: "area:1", weight: 30 }, { from: "zip:1", to: "area:2", weight: 10 }])
 * // => [{ from: "zip:1", to: "area:1", weight: 0.75 }, { from: "zip:1", to: "area:2", weight: 0.25 }]
 */
export function crosswalkShares(links: readonly CrosswalkLink[]): readonly CrosswalkLink[] {
  const totals = new Map<PlaceId, number>();
  for (const { from, weight } of links) totals.set(from, (totals.get(from) ?? 0) + weight);
  return links.flatMap(({ from, to, weight }) => {
    const total = totals.get(from)!;
    return total > 0 ? [{ from, to, weight: weight / total }] : [];
  });
}

/**
 * Counts carried over by splitting each in the shares of its place: what was counted is neither lost nor doubled.
 * `coverage` is the share of a target's weight whose counts were there.
 *
 * Refuses a count of a place that the crosswalk does not know: its people would be lost in silence.
 *
 * @example
 * splitCounts([{ from: "zip:1", to: "area:1", weight: 3 }, { from: "zip:1", to: "area:2", weight: 1 }], [{ placeId: "zip:1", value: 8 }])
 * // => [{ placeId: "area:1", value: 6, coverage: 1 }, { placeId: "area:2", value: 2, coverage: 1 }]
 */
export function splitCounts(
  links: readonly CrosswalkLink[],
  counts: readonly PlaceValue[],
): Outcome<readonly CarriedValue[]> {
  const shares = crosswalkShares(links);
  const known = new Set(shares.map((share) => share.from));
  const stray = counts.find((count) => count.value !== 0 && !known.has(count.placeId));
  if (stray) return refuse("undefined", "not-in-crosswalk", `The crosswalk does not say where ${stray.placeId} lies.`);
  const value = new Map(counts.map((count) => [count.placeId, count.value]));
  const sums = sumByTarget(shares, (share) => (value.get(share.from) ?? 0) * share.weight);
  const covered = coverageByTarget(links, value);
  return [...sums].map(([placeId, sum]) => ({ placeId, value: sum, coverage: covered.get(placeId)! }));
}

/**
 * The mean of rates, percentages or years over the people of a target place: each source counts by those who live in
 * both, as the links tell.
 *
 * Refuses where fewer than `least` of its people live where there is a value, or nobody lives at all; says the share.
 *
 * @example
 * meanOverPeople([{ from: "zip:1", to: "area:1", weight: 30 }, { from: "zip:2", to: "area:1", weight: 10 }], "area:1",
 *   [{ placeId: "zip:1", value: 80 }, { placeId: "zip:2", value: 70 }])
 * // => { placeId: "area:1", value: 77.5, coverage: 1 }
 */
export function meanOverPeople(
  links: readonly CrosswalkLink[],
  placeId: PlaceId,
  values: readonly PlaceValue[],
  least: number = leastCoverage,
): Outcome<CarriedValue> {
  const value = new Map(values.map((one) => [one.placeId, one.value]));
  const parts = links.filter((link) => link.to === placeId && link.weight > 0);
  const people = total(parts);
  const withValue = parts.filter((part) => value.has(part.from));
  const covered = total(withValue);
  const coverage = people > 0 ? covered / people : 0;
  if (coverage === 0 || coverage < least) return tooFew(placeId, coverage, least);
  const mean = withValue.reduce((sum, part) => sum + part.weight * value.get(part.from)!, 0) / covered;
  return { placeId, value: mean, coverage };
}

/**
 * Links of which each counts as many people as live in its source: for a crosswalk that tells only which place lies in
 * which (a tract in its area), so that means over its targets are means over people. Sources without a count get none.
 *
 * @example
 * weighedByPeople([{ from: "tract:1", to: "area:1", weight: 1 }], [{ placeId: "tract:1", value: 4000 }])
 * // => [{ from: "tract:1", to: "area:1", weight: 4000 }]
 */
export function weighedByPeople(
  links: readonly CrosswalkLink[],
  people: readonly PlaceValue[],
): readonly CrosswalkLink[] {
  const count = new Map(people.map((one) => [one.placeId, one.value]));
  return crosswalkShares(links).map((share) => ({ ...share, weight: share.weight * (count.get(share.from) ?? 0) }));
}

function tooFew(placeId: PlaceId, coverage: number, least: number): Outcome<never> {
  const percent = (share: number): string => `${Math.floor(share * 1000) / 10}%`;
  return refuse(
    "undefined",
    "coverage-too-low",
    `Only ${percent(coverage)} of the people of ${placeId} live where there is a value; ${percent(least)} are needed.`,
  );
}

const total = (links: readonly CrosswalkLink[]): number => links.reduce((sum, link) => sum + link.weight, 0);

function sumByTarget(
  links: readonly CrosswalkLink[],
  amount: (link: CrosswalkLink) => number,
): ReadonlyMap<PlaceId, number> {
  const sums = new Map<PlaceId, number>();
  for (const link of links) sums.set(link.to, (sums.get(link.to) ?? 0) + amount(link));
  return sums;
}

function coverageByTarget(
  links: readonly CrosswalkLink[],
  value: ReadonlyMap<PlaceId, number>,
): ReadonlyMap<PlaceId, number> {
  const known = sumByTarget(links, (link) => (value.has(link.from) ? link.weight : 0));
  const all = sumByTarget(links, (link) => link.weight);
  return new Map([...all].map(([placeId, weight]) => [placeId, weight > 0 ? known.get(placeId)! / weight : 0]));
}
