import type { Period } from "../kernel/period.ts";
import type { Cell } from "./cell.ts";

const first = 1900;
const last = 2100;

/**
 * A calendar year of four digits, from 1900 to 2100.
 *
 * @example
 * year("2010") // => { value: 2010 }
 * @example
 * year("10") // => { expected: "a year such as 2010" }
 */
export function year(text: string): Cell<number> {
  const value = Number(text);
  const valid = /^\d{4}$/.test(text) && value >= first && value <= last;
  return valid ? { value } : { expected: "a year such as 2010" };
}

/**
 * A year, or several in one: from the first to the last.
 *
 * @example
 * years("2006 - 2010") // => { value: { from: 2006, to: 2010 } }
 * @example
 * years("2010") // => { value: { from: 2010, to: 2010 } }
 */
export function years(text: string): Cell<Period> {
  const [from, to, more] = text.split(/\s*[-–]\s*/).map(year);
  const end = to ?? from;
  if (more || !from || !end || !("value" in from) || !("value" in end) || end.value < from.value)
    return { expected: "a year such as 2010, or years such as 2006-2010" };
  return { value: { from: from.value, to: end.value } };
}
