import { isWhole } from "./misuse.ts";
import { impossible, type Undefined } from "./undefined.ts";

/** A count is a whole number, zero or more; what is not is refused by name. */
export const notACount = (count: number, where: string): Undefined | undefined =>
  isWhole(count) ? undefined : impossible(`${where} is ${count}; a count is a whole number, zero or more.`);
