/**
 * Where to go after sign-in, as it stood in an address: a page of the office, and nothing else, whatever was written.
 *
 * @example
 * localPath("/en/office/people?sort=name") // => "/en/office/people?sort=name"
 * @example
 * localPath("//evil.example/en/office") // => null
 */
export const localPath = (text: string | null | undefined): string | null =>
  text && text.length <= 1500 && /^\/(en|es)\/office(?:[/?][\x21-\x5b\x5d-\x7e]*)?$/.test(text) ? text : null;
