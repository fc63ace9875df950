/**
 * Whether two names stand for the same person: case, blanks and the way a letter is coded make no difference.
 *
 * @example
 * sameName("Ana Ruiz", " ana  RUIZ") // => true
 * @example
 * sameName("Ana", "Rosa") // => false
 */
export const sameName = (a: string, b: string): boolean => folded(a) === folded(b);

/** Upper case goes first: it makes one of ß and ss, and of the two small sigmas. Marks without width are dropped. */
const folded = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();
