/**
 * Whether a request that changes something comes from a page of ours: by its Origin, or where a browser sends none by
 * Sec-Fetch-Site. One that says neither is not taken.
 *
 * A site on this very machine goes by several names; there the name that was asked for counts (`host`).
 *
 * @param header gives a header of the request
 * @param site the public address of the office
 */
export function isSameOrigin(header: (name: string) => string | null, site: string): boolean {
  const origin = header("origin");
  if (origin !== null) return origin === new URL(site).origin || isOwnMachine(origin, header("host"), site);
  return header("sec-fetch-site") === "same-origin";
}

/**
 * Whether someone came to a page from another one of ours, or by their own hand (typed, a bookmark): by Sec-Fetch-Site, or
 * where a browser sends none by the page that it says it comes from.
 */
export function isFromOurPage(header: (name: string) => string | null, site: string): boolean {
  const from = header("sec-fetch-site");
  if (from !== null) return from === "same-origin" || from === "none";
  const referrer = header("referer");
  return referrer !== null && URL.canParse(referrer) && new URL(referrer).origin === new URL(site).origin;
}

const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

const isOwnMachine = (origin: string, host: string | null, site: string): boolean =>
  local.test(new URL(site).origin) && local.test(origin) && origin === `http://${host}`;
