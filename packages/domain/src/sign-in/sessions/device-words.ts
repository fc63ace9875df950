/**
 * What a browser says of itself, fit to be stored and shown: one line, at most 120 characters.
 *
 * @example
 * deviceWords("Firefox\n on Linux") // => "Firefox on Linux"
 */
export const deviceWords = (said: string): string =>
  said
    .slice(0, 1000)
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 120);
