/** The forms in which a page is kept. */
export type Encoding = "br" | "gzip" | "identity";

/**
 * The best form that a client takes, by its Accept-Encoding header: Brotli, else gzip, else as it is.
 *
 * @example
 * preferredEncoding("gzip, deflate, br;q=1.0") // => "br"
 * @example
 * preferredEncoding("br;q=0, gzip") // => "gzip"
 * @example
 * preferredEncoding(null) // => "identity"
 */
export function preferredEncoding(header: string | null | undefined): Encoding {
  if (!header) return "identity";
  const known = seen.get(header);
  if (known) return known;
  const taken = header.slice(0, 200).split(",").map(takes);
  const encoding = taken.includes("br") ? "br" : taken.includes("gzip") ? "gzip" : "identity";
  if (seen.size < 200) seen.set(header, encoding);
  return encoding;
}

/** Browsers send a handful of headers, over and over. */
const seen = new Map<string, Encoding>();

function takes(part: string): string | null {
  const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
  return parameters.some((one) => /^\s*q=0(?:\.0*)?\s*$/.test(one)) ? null : name.trim();
}
