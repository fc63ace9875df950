/** The address of a request as it came: its path in parts, each unescaped, and its query. */
export type RequestAddress = Readonly<{ path: string; parts: readonly string[]; query: URLSearchParams }>;

/** Longer addresses than this are answered as such; browsers and tools send no longer ones to us. */
export const longestAddress = 2000;

/**
 * Takes an address apart; null where a part is not well escaped.
 *
 * @example
 * requestAddress("http://localhost/es/areas/26?sort=name").parts // => ["es", "areas", "26"]
 * @example
 * requestAddress("http://localhost/en/%E0%A4%A") // => null
 */
export function requestAddress(url: string): RequestAddress | null {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  const [beforeHash = ""] = (start < 0 ? "/" : url.slice(start)).split("#");
  const mark = beforeHash.indexOf("?");
  const path = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
  try {
    const parts = path.split("/").slice(1).map(decodeURIComponent);
    return { path, parts, query: new URLSearchParams(mark < 0 ? "" : beforeHash.slice(mark + 1)) };
  } catch {
    return null;
  }
}
