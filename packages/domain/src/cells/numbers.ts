import type { Cell } from "./cell.ts";

/** Digits, with commas between thousands or without; a file from Excel or pandas may write a whole number as 12.0. */
const wholeText = /^(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/;
const decimalText = /^[-−+]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/;

/** More than any count of people on Earth's largest cities, years or deaths; a slipped column is larger. */
const largestCount = 1_000_000_000;

/**
 * A count: a whole number from 0 to a thousand million. Thousands may be set apart by commas.
 *
 * @example
 * count("1,741") // => { value: 1741 }
 * @example
 * count("-3") // => { expected: "a whole number, 0 or more" }
 * @example
 * count("1000000000000") // => { expected: "a count of at most 1,000,000,000" }
 */
export function count(text: string): Cell<number> {
  if (!wholeText.test(text)) return { expected: "a whole number, 0 or more" };
  const value = Number(text.replaceAll(",", ""));
  return value <= largestCount ? { value } : { expected: "a count of at most 1,000,000,000" };
}

/**
 * A number with or without decimals, the point before them. Thousands may be set apart by commas; a comma before
 * decimals is refused, because 1,234 would be read as either.
 *
 * @example
 * decimal("1,234.5") // => { value: 1234.5 }
 * @example
 * decimal("70,9") // => { expected: "a number, with a point before decimals" }
 */
export function decimal(text: string): Cell<number> {
  const digits = text.length <= 40 && /\d/.test(text) && decimalText.test(text);
  if (!digits) return { expected: "a number, with a point before decimals" };
  return { value: Number(text.replaceAll(",", "").replace("−", "-")) };
}

/**
 * A share in percent, from 0 to 100, with a percent sign or without. A fraction is not turned into one: 0.24 is a
 * quarter of a percent.
 *
 * @example
 * percent("23.6%") // => { value: 23.6 }
 * @example
 * percent("236") // => { expected: "a percentage from 0 to 100" }
 */
export function percent(text: string): Cell<number> {
  const cell = decimal(text.replace(/\s*%$/, ""));
  return "value" in cell && cell.value >= 0 && cell.value <= 100 ? cell : { expected: "a percentage from 0 to 100" };
}

/**
 * An amount of US dollars, with a dollar sign or without.
 *
 * @example
 * dollars("$6,000,000") // => { value: 6000000 }
 */
export function dollars(text: string): Cell<number> {
  const cell = decimal(text.replace(/^\$\s*/, ""));
  return "value" in cell && cell.value >= 0 ? cell : { expected: "an amount in US dollars, 0 or more" };
}

/**
 * A number that is not negative: a rate, years of life.
 *
 * @example
 * notNegative("895.2") // => { value: 895.2 }
 */
export function notNegative(text: string): Cell<number> {
  const cell = decimal(text);
  return "value" in cell && cell.value < 0 ? { expected: "a number, 0 or more" } : cell;
}
