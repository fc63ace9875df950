/**
 * Whether a redirect may be followed: to the same host or another of the same domain, and never from https to less.
 * A portal may move a file among its own hosts; it does not send people elsewhere.
 *
 * The domain is the last two labels of the name, which holds for the publishers that Evenspan asks (.gov and .org).
 *
 * @example
 * isSameSite(new URL("https://data.example.org/a"), new URL("https://files.example.org/b")) // => true
 * @example
 * isSameSite(new URL("https://data.example.org/a"), new URL("http://data.example.org/a")) // => false
 * @example
 * isSameSite(new URL("https://data.example.org/a"), new URL("https://example.net/a")) // => false
 */
export function isSameSite(from: URL, to: URL): boolean {
  const secure = to.protocol === "https:" || (to.protocol === from.protocol && to.host === from.host);
  return secure && (to.hostname === from.hostname || (isName(to) && domain(to) === domain(from)));
}

const isName = ({ hostname }: URL): boolean => /[a-z]$/i.test(hostname) && hostname.includes(".");
const domain = ({ hostname }: URL): string => hostname.split(".").slice(-2).join(".");
