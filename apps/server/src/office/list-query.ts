/** The values of an address's query that a list knows, as they stand there; what is empty or unknown is not among them. */
export function knownValues<K extends string>(
  query: URLSearchParams,
  known: Readonly<Record<K, ((value: string) => boolean) | readonly string[]>>,
): Readonly<Partial<Record<K, string>>> {
  const entries = Object.entries(known) as [K, ((value: string) => boolean) | readonly string[]][];
  return Object.fromEntries(
    entries.flatMap(([key, check]) => {
      const value = (query.get(key) ?? "").trim();
      const isKnown = typeof check === "function" ? check(value) : check.includes(value);
      return value !== "" && isKnown ? [[key, value]] : [];
    }),
  ) as Partial<Record<K, string>>;
}

/** Any words, as long as a search may be. */
export const isWords = (value: string): boolean => value.length <= 200;

/** The key of a facility, a kind, a state. */
export const isKey = (value: string): boolean => /^[a-z][a-z0-9-]{0,60}$/.test(value);

/** A day that the calendar has, as 2026-11-20. */
export function isDay(value: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T12:00:00Z`) : null;
  // The thirtieth of February would be read as a day of March.
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** The id of a person or another thing. */
export const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/**
 * A mark of where a page of a list ended, fit for an address.
 *
 * @example
 * fromMark(toMark({ name: "Ana" })) // => { name: "Ana" }
 */
export const toMark = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** Reads such a mark; undefined where it is none. What it says is checked by the question that it is given to. */
export function fromMark(mark: string | null): unknown {
  if (!mark || mark.length > 1000 || !/^[A-Za-z0-9_-]+$/.test(mark)) return undefined;
  try {
    return JSON.parse(Buffer.from(mark, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
