import { type Ratio, ratio } from "../benefit/ratio.rules.ts";

/** When somebody was hired and left, as ISO days, and whether they lived in the anchor places on the day of hire. */
export type Employment = Readonly<{ hiredOn: string; leftOn: string | null; isLocal: boolean }>;

/** Of those whose first year is over, who was still there at its end. */
export type Retention = Readonly<{ hired: number; stayed: number; share: Ratio | null }>;

/**
 * Retention after a year, of local hires and of all others, from those hires whose anniversary has come. Who leaves on the
 * anniversary has stayed the year.
 *
 * @param asOfOn the ISO day up to which departures are known
 * @example
 * retention([{ hiredOn: "2022-07-01", leftOn: null, isLocal: true }], "2023-06-30").local.share // => null
 */
export function retention(
  employments: readonly Employment[],
  asOfOn: string,
): Readonly<{ local: Retention; others: Retention }> {
  const due = employments.filter(({ hiredOn }) => anniversaryOn(hiredOn) <= asOfOn);
  const of = (wanted: boolean): Retention => {
    const hired = due.filter(({ isLocal }) => isLocal === wanted);
    const stayed = hired.filter(({ hiredOn, leftOn }) => leftOn === null || leftOn >= anniversaryOn(hiredOn));
    return { hired: hired.length, stayed: stayed.length, share: ratio(stayed.length, hired.length) };
  };
  return { local: of(true), others: of(false) };
}

/** The same day a year later; of 29 February the 28th. */
function anniversaryOn(day: string): string {
  const year = String(Number(day.slice(0, 4)) + 1);
  return `${year}${day.endsWith("02-29") ? "-02-28" : day.slice(4)}`;
}
