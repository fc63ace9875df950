/**
 * Words of another's making, such as a library's or a provider's, fit for the record: letters, digits and dashes, not too
 * many.
 *
 * @example
 * plainWords("unexpected <b>aud</b>: 'x'") // => "unexpected b aud b x"
 */
export const plainWords = (said: string): string =>
  said
    .slice(0, 500)
    .replace(/[^\w.-]+/g, " ")
    .trim()
    .slice(0, 100);
