import type { PlaceId } from "../places/place.ts";

/** One version of a set of places, as `set:west-side@1`. */
export type PlaceSetRef = `set:${string}@${number}`;

/** What a figure is about: a place, a set of places, or the distance from a high place to a low one. */
export type Subject = PlaceId | PlaceSetRef | GapSubject;

/** The gap between two places or sets: `gap:area:32>area:26`, the higher expected one first. */
export type GapSubject = `gap:${PlaceId | PlaceSetRef}>${PlaceId | PlaceSetRef}`;

/**
 * The subject of a gap.
 *
 * @example
 * gapSubject("area:32", "area:26") // => "gap:area:32>area:26"
 */
export const gapSubject = (high: PlaceId | PlaceSetRef, low: PlaceId | PlaceSetRef): GapSubject => `gap:${high}>${low}`;

/**
 * The two ends of a gap, or null where the subject is not one.
 *
 * @example
 * gapEnds("gap:area:32>area:26") // => { high: "area:32", low: "area:26" }
 * @example
 * gapEnds("area:26") // => null
 */
export function gapEnds(subject: Subject): { high: PlaceId | PlaceSetRef; low: PlaceId | PlaceSetRef } | null {
  const ends = /^gap:([^>]+)>([^>]+)$/.exec(subject);
  return ends ? { high: ends[1] as PlaceId, low: ends[2] as PlaceId } : null;
}
