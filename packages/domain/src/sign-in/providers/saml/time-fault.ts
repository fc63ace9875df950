/** How far the provider's clock may be from ours, in seconds. */
const clockSkewSeconds = 60;

/** From when and until when something holds, as SAML writes it: moments of UTC. */
export type Holds = Readonly<{ NotBefore?: string | undefined; NotOnOrAfter?: string | undefined }>;

/**
 * What is wrong with the time of something: it does not hold yet, or no longer, give or take a minute.
 *
 * @param needed what must be said; the rest may be left out
 * @returns null where nothing is
 * @example
 * timeFault({ NotOnOrAfter: "2026-01-02T03:04:05Z" }, new Date("2026-01-02T03:05:05Z"), []) // => "the time is over"
 * @example
 * timeFault({ NotBefore: "2026-01-02T03:04:05Z" }, new Date("2026-01-02T03:03:05Z"), []) // => null
 */
export function timeFault(holds: Holds, now: Date, needed: readonly (keyof Holds)[]): string | null {
  if (needed.some((key) => holds[key] === undefined)) return "the time is not said";
  const [from, until] = [momentMs(holds.NotBefore), momentMs(holds.NotOnOrAfter)];
  if (Number.isNaN(from) || Number.isNaN(until)) return "the time is not written as a moment of UTC";
  const skewMs = clockSkewSeconds * 1000;
  if (from !== undefined && now.getTime() + skewMs < from) return "the time has not come";
  if (until !== undefined && now.getTime() - skewMs >= until) return "the time is over";
  return null;
}

const momentMs = (written: string | undefined): number | undefined =>
  written === undefined
    ? undefined
    : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(written)
      ? Date.parse(written)
      : Number.NaN;
