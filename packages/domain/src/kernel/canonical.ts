import { createHash } from "node:crypto";

/**
 * JSON whose bytes depend on the value alone: keys in code-point order, no blanks, numbers as ECMAScript writes them.
 * Releases are named by the hash of such bytes, so two programs that mean the same write the same.
 *
 * @throws TypeError for what JSON cannot hold (NaN, Infinity, undefined in a list, a function).
 * @example
 * canonicalJson({ b: 1, a: [true, null, "é"] }) // => '{"a":[true,null,"é"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, held]) => held !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`${typeof value} has no JSON`);
  return text;
}

/**
 * SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits.
 *
 * @example
 * sha256("abc").slice(0, 8) // => "ba7816bf"
 */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
