/**
 * Whether this is a path of this site, fit to go back to after signing in: one leading slash, no second one anywhere, no
 * backslash, no blank or control character. A browser reads `//x.org` and `/\x.org` as another site.
 *
 * @example
 * isLocalPath("/en/office/people?find=ana") // => true
 * @example
 * isLocalPath("//x.org/en/office") // => false
 * @example
 * isLocalPath("https://x.org/") // => false
 */
export const isLocalPath = (path: string): boolean =>
  path.length <= 2000 && path.startsWith("/") && !path.includes("//") && !/[\\\s\p{C}]/u.test(path);
