import type { ValueState } from "@evenspan/domain/kernel/value-state";

/**
 * How a place without a value is drawn: hatched where it is withheld, with a dashed outline where nobody asked, with a
 * thin outline where there is nothing.
 *
 * @example
 * voidClassOf("suppressed") // => "void withheld"
 * @example
 * voidClassOf(undefined) // => "void"
 */
export function voidClassOf(state: ValueState | undefined): string {
  if (state === "suppressed" || state === "unreliable") return "void withheld";
  return state === "not-collected" ? "void not-collected" : "void";
}
