import { type Malformed, malformed } from "../malformed.ts";
import { faultPosition } from "./fault-position.ts";

/**
 * Reads JSON text (RFC 8259). A byte order mark before it is passed over.
 *
 * Refuses what is not JSON, with the line where reading stopped.
 *
 * @example
 * parseJson('{"a": 1}') // => { value: { a: 1 } }
 * @example
 * parseJson('{\n"a": }').line // => 2
 */
export function parseJson(text: string): { value: unknown } | Malformed {
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") return malformed(1, "an empty file", "JSON");
  try {
    return { value: JSON.parse(plain) };
  } catch {
    return notJson(plain);
  }
}

function notJson(text: string): Malformed {
  const position = faultPosition(text);
  const line = text.slice(0, position).split("\n").length;
  const rest = text.slice(position, position + 30);
  if (rest === "")
    return malformed(line, "the end of the file", "the rest of the JSON: the file seems to be cut short");
  return malformed(line, quoted(rest), "JSON: something is missing or too much just here");
}

const quoted = (found: string): string => `“${found.replace(/\s+/g, " ").trim()}”`;

/** What a JSON value is, in words. */
export function jsonKind(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return `the ${typeof value} ${quoted(String(value).slice(0, 60))}`;
}

/** An object of JSON: neither a list nor null. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Whether a JSON value is an object.
 *
 * @example
 * isObject([1]) // => false
 */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
