import type { Sex } from "../sources/observation.ts";
import type { Cell } from "./cell.ts";

const words: ReadonlyMap<string, Sex> = new Map(
  Object.entries<Sex>({
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
  }),
);

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
  const value = words.get(text.toLowerCase());
  return value ? { value } : { expected: "female, male or all" };
}
