import type { Reading, Row } from "../sources/source.ts";

/** What a cell says, or what was expected there. Never NaN, and never a zero in place of a blank. */
export type Cell<T> = Readonly<{ value: T }> | Readonly<{ expected: string }>;

/** Reads the text of one cell, trimmed. */
export type CellParser<T> = (text: string) => Cell<T>;

/**
 * Reads a cell of a row, or complains about it; undefined after a complaint.
 *
 * A `read` reads all of its cells first, so that a person sees every complaint about a row at once, and then leaves
 * if one is undefined.
 */
export function readCell<T>(row: Row, out: Reading, columnKey: string, parse: CellParser<T>): T | undefined {
  const text = row.cell(columnKey);
  const cell = parse(text);
  if ("value" in cell) return cell.value;
  out.complain(columnKey, text, cell.expected);
  return undefined;
}

/**
 * The same parser for a column that may have no value: blank and "." (as SAS and the City's files write it) are null,
 * which is a missing value and never zero.
 *
 * @example
 * orMissing((text) => ({ value: text.length }))(".") // => { value: null }
 */
export const orMissing =
  <T>(parse: CellParser<T>): CellParser<T | null> =>
  (text) =>
    text === "" || text === "." ? { value: null } : parse(text);

/**
 * The same parser for a column that may be absent or blank, and then means something.
 *
 * @example
 * orElse("all", (text) => ({ value: text.toLowerCase() }))("") // => { value: "all" }
 */
export const orElse =
  <T>(value: T, parse: CellParser<T>): CellParser<T> =>
  (text) =>
    text === "" ? { value } : parse(text);

const rememberedTexts = 100_000;

/** The same parser, which remembers what it has read: columns of large files repeat few texts. */
export function remembering<T>(parse: CellParser<T>): CellParser<T> {
  const known = new Map<string, Cell<T>>();
  return (text) => {
    const there = known.get(text);
    if (there) return there;
    const cell = parse(text);
    if (known.size >= rememberedTexts) known.clear();
    known.set(text, cell);
    return cell;
  };
}
