import pg from "pg";

/**
 * A whole number of eight bytes as a JavaScript number.
 *
 * @throws RangeError past 2^53 - 1, where digits would be lost: a count must never be silently rounded.
 * @example
 * wholeNumber("9007199254740991") // => 9007199254740991
 */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be read without losing digits`);
  return number;
}

const textArray: number = 1009; // the one parser of arrays that changes no item
const asWritten = (text: string): string => text;
const arrayOf = <T>(item: (text: string) => T) => {
  const texts = pg.types.getTypeParser(textArray as never) as (text: string) => unknown[]; // text[]
  const each = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(each) : value === null ? null : item(value as string);
  return (text: string) => each(texts(text));
};

const { INT8, NUMERIC, DATE, TIMESTAMP } = pg.types.builtins;

/**
 * How columns become values, for every connection of ours: whole numbers as numbers, decimals as the text they are,
 * days as `YYYY-MM-DD` (a Date would move with the time zone), moments (timestamptz) as Date.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [INT8, wholeNumber],
  [NUMERIC, asWritten],
  [DATE, asWritten],
  [TIMESTAMP, asWritten],
  [1016, arrayOf(wholeNumber)],
  [1231, arrayOf(asWritten)],
  [1182, arrayOf(asWritten)],
]);

/** The parsers in the shape that pg wants. They belong to our pools alone; nothing global is changed. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};
