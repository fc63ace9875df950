import type { Reading, Row } from "./source.ts";

/** What numbers a column may hold, both ends included, and the words for it. */
export type NumberColumn = Readonly<{ min: number; max: number; whole?: boolean; words: string }>;

/** Numbers of deaths or people. */
export const countColumn: NumberColumn = { min: 0, max: 1e9, whole: true, words: "a whole number, 0 or more" };

/** Rates per 100,000 people. */
export const rateColumn: NumberColumn = { min: 0, max: 1e6, words: "a rate per 100,000 people, 0 or more" };

/**
 * The number in a cell; null where the cell is blank or a lone dot, as the City writes what is missing; undefined
 * where something else stands there, which is complained of. Thousands may be parted by commas.
 */
export function numberCell(row: Row, key: string, out: Reading, column: NumberColumn): number | null | undefined {
  const text = row.cell(key);
  if (text === "" || text === ".") return null;
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  const number = /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  const fits = number >= column.min && number <= column.max && (!column.whole || Number.isInteger(number));
  if (fits) return number;
  out.complain(key, text, column.words);
  return undefined;
}
