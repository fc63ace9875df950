import { causes } from "../sources/causes.ts";
import { causesHolding, causesOfCode } from "../sources/icd10.ts";
import type { Cell } from "./cell.ts";

const keyOf: ReadonlyMap<string, string> = new Map(
  causes.flatMap((cause) =>
    [cause.key, cause.name.en, cause.name.es, ...cause.headings].map((name) => [plain(name), cause.key] as const),
  ),
);

function plain(name: string): string {
  return name.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}

/**
 * A group of causes, by key, name, or the heading that City files give it.
 *
 * @example
 * causeGroup("Assault (homicide)") // => { value: "homicide" }
 */
export function causeGroup(text: string): Cell<string> {
  const key = keyOf.get(plain(text));
  return key ? { value: key } : { expected: `a cause of death: one of ${causes.map((cause) => cause.key).join(", ")}` };
}

/**
 * The causes in which one death counts, "all" among them: from the ICD-10 code of its underlying cause, or from the
 * key or name of a group.
 *
 * @example
 * underlyingCause("I21.9") // => { value: ["all", "coronary-heart-disease"] }
 * @example
 * underlyingCause("stroke") // => { value: ["all", "stroke"] }
 */
export function underlyingCause(text: string): Cell<readonly string[]> {
  const keys = causesOfCode(text) ?? causesHolding(keyOf.get(plain(text)) ?? "");
  const known = causesOfCode(text) !== null || keyOf.has(plain(text));
  return known ? { value: keys } : { expected: "an underlying cause of death: an ICD-10 code such as I21.9" };
}
