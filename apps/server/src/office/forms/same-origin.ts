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

const local = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

const isOwnMachine = (origin: string, host: string | null, site: string): boolean =>
  local.test(new URL(site).origin) && local.test(origin) && origin === `http://${host}`;
