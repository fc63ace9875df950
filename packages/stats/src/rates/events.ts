import { type Undefined, undefinedBecause } from "../undefined.ts";

/** Events and the person-years, or people, in which they happened. */
export type Events = Readonly<{ events: number; personYears: number }>;

/** Why a count over person-years is no rate, or nothing when it is. */
export function eventsRefusal({ events, personYears }: Events): Undefined | undefined {
  if (!Number.isFinite(events) || !Number.isFinite(personYears)) {
    return undefinedBecause(
      "missing-value",
      "The events or the person-years are not known, and a missing figure is not a zero.",
    );
  }
  if (events < 0) return undefinedBecause("negative-events", "There cannot be fewer than no events.");
  if (personYears <= 0) return undefinedBecause("no-person-years", "There are no person-years, so there is no rate.");
  return undefined;
}
