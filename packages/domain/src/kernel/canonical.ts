import { createHash } from "node:crypto";

/**
 * JSON whose bytes depend on the value alone: keys in the order of their UTF-16 code units (as RFC 8785 has it), no
 * blanks, numbers as ECMAScript writes them. Releases are named by the hash of such bytes, so two programs that mean
 * the same write the same. A key whose value is undefined is left out.
 *
 * @throws TypeError for what JSON cannot hold (NaN, Infinity, undefined in a list, a function, a Date or a Map).
 * @example
 * canonicalJson({ b: 1, a: [true, null, "é"] }) // => '{"a":[true,null,"é"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  // Spread, for map would pass over the holes of a sparse list.
  if (Array.isArray(value)) return `[${[...value].map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    if (!isPlain(value)) throw new TypeError(`${value.constructor.name} has no JSON`);
    const entries = Object.entries(value).filter(([, held]) => held !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} has no JSON`);
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`${typeof value} has no JSON`);
  return text;
}

/** A Date, a Map or a buffer would else be written as an object without keys. */
const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/**
 * SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits.
 *
 * @example
 * sha256("abc").slice(0, 8) // => "ba7816bf"
 */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
