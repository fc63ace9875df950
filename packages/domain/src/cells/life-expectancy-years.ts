import type { Cell } from "./cell.ts";
import { decimal } from "./numbers.ts";

/**
 * A life expectancy at birth, in years. Outside 20 to 120 none has been measured anywhere: a decimal point has slipped.
 *
 * @example
 * lifeExpectancyYears("68.8") // => { value: 68.8 }
 * @example
 * lifeExpectancyYears("688") // => { expected: "a life expectancy in years, such as 77.3" }
 */
export function lifeExpectancyYears(text: string): Cell<number> {
  const cell = decimal(text);
  const plausible = "value" in cell && cell.value >= 20 && cell.value <= 120;
  return plausible ? cell : { expected: "a life expectancy in years, such as 77.3" };
}
