import type { Sex } from "../sources/observation.ts";
import type { Cell } from "./cell.ts";

const words: Readonly<Record<string, Sex>> = {
  all: "all",
  total: "all",
  both: "all",
  "both sexes": "all",
  female: "female",
  f: "female",
  women: "female",
  male: "male",
  m: "male",
  men: "male",
};

/**
 * A sex, as death and population files write it.
 *
 * @example
 * sex("FEMALE") // => { value: "female" }
 * @example
 * sex("Both sexes") // => { value: "all" }
 * @example
 * sex("2") // => { expected: "female, male or all" }
 */
export function sex(text: string): Cell<Sex> {
  const value = words[text.toLowerCase()];
  return value ? { value } : { expected: "female, male or all" };
}
