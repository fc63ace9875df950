import type { Cell, CellParser } from "./cell.ts";

const longest = 500;

/**
 * Some words, at most 500 characters.
 *
 * @example
 * words("a publisher's name")("") // => { expected: "a publisher's name" }
 */
export const words =
  (expected: string): CellParser<string> =>
  (text) =>
    text !== "" && text.length <= longest ? { value: text } : { expected };

/**
 * One of a few words, whatever their case.
 *
 * @example
 * oneOfWords(["published", "reported"])("Published") // => { value: "published" }
 * @example
 * oneOfWords(["published", "reported"])("guessed") // => { expected: "published or reported" }
 */
export const oneOfWords =
  <T extends string>(allowed: readonly T[]): CellParser<T> =>
  (text): Cell<T> => {
    const value = allowed.find((word) => word === text.toLowerCase());
    return value ? { value } : { expected: allowed.join(" or ").replace(/ or (?=.* or )/g, ", ") };
  };
