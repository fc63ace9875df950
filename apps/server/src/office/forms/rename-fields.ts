import type { Refusal } from "@evenspan/domain/kernel/refusal";

/**
 * A refusal whose fields are named as the form names them, where a command's input is shaped otherwise than the form.
 *
 * @example
 * renameFields({ refused: "invalid", code: "input", message: "", fields: { "grant.role": "a role" } }, { "grant.role": "role" }).fields
 * // => { role: "a role" }
 */
export const renameFields = (refusal: Refusal, names: Readonly<Record<string, string>>): Refusal =>
  refusal.fields === undefined
    ? refusal
    : {
        ...refusal,
        fields: Object.fromEntries(Object.entries(refusal.fields).map(([name, why]) => [names[name] ?? name, why])),
      };
