import type { Claim } from "../claims/claim.ts";
import { gapSubject, type PlaceSetRef } from "../figures/subject.ts";
import type { Goal } from "../goals/goal.ts";
import type { Pair } from "../indicators/readings.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";

/**
 * The pairs whose gap a release tells: those of its goals and claims, the two ends of the line, and the line's first
 * place against each set that does not hold it (two places that share people are not independent).
 */
export function gapPairs(
  goals: readonly Goal[],
  claims: readonly Claim[],
  sets: readonly PlaceSet[],
  lineRef: PlaceSetRef,
): readonly Pair[] {
  const named = [...goals, ...claims].flatMap(({ highPlaceId: high, lowPlaceId: low }) =>
    high !== null && low !== null ? [{ high, low }] : [],
  );
  const line = sets.find((set) => placeSetRef(set) === lineRef);
  const high = line?.places[0];
  const low = line?.places.at(-1);
  const ends = high && low && high !== low ? [{ high, low }] : [];
  const toSets = high
    ? sets.filter((set) => !set.places.includes(high)).map((set) => ({ high, low: placeSetRef(set) }))
    : [];
  const pairs: readonly Pair[] = [...named, ...ends, ...toSets];
  return [...new Map(pairs.map((pair) => [gapSubject(pair.high, pair.low), pair])).values()];
}
