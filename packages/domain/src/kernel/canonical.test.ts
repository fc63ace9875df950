import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sha256 } from "./canonical.ts";

/** Values that JSON can hold; -0 is left out, for JSON writes it as 0. */
const jsonValue = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)));

/** The same value with the keys of every object written in the opposite order. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, backwards(held)]),
  );
}

describe("canonical JSON", () => {
  test("keys stand in the order of their code units, at every depth, without blanks", () => {
    expect(canonicalJson({ b: 1, B: 2, a: { z: null, y: [true, { d: 1, c: 2 }] }, "10": 3, "9": 4 })).toBe(
      '{"10":3,"9":4,"B":2,"a":{"y":[true,{"c":2,"d":1}],"z":null},"b":1}',
    );
  });

  test("a key beyond the basic plane sorts by its surrogates, as RFC 8785 has it", () => {
    // U+1F600 begins with the unit D83D, which is below U+FB33, though its code point is above.
    expect(canonicalJson({ "\ufb33": 1, "\u{1f600}": 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}');
  });

  test("accents are kept as they are, composed or not: two spellings are two texts", () => {
    expect(canonicalJson(["año", "an\u0303o"])).toBe('["año","an\u0303o"]');
  });

  test("numbers are written in the fewest digits that give them back", () => {
    expect(canonicalJson([0.1 + 0.2, 1e21, 1e-7, 100, -0, 16.2])).toBe("[0.30000000000000004,1e+21,1e-7,100,0,16.2]");
  });

  test("a key without a value is left out, as JSON does", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  test.each([
    ["NaN", Number.NaN],
    ["infinity", { a: [Number.NEGATIVE_INFINITY] }],
    ["nothing", undefined],
    ["nothing within a list", [1, undefined]],
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    ["a hole in a list", [1, , 2]],
    ["a function", { a: () => 1 }],
    ["a moment, which would be written as {}", { at: new Date(0) }],
    ["a map, which would be written as {}", new Map([["a", 1]])],
    ["bytes", Buffer.from("a")],
    ["a whole number beyond JSON", 1n],
  ])("%s is refused", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  test("what was written reads back as what was meant", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  test("the order in which keys were set does not show", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalJson(backwards(value))).toBe(canonicalJson(value));
      }),
    );
  });
});

test("a hash of a text is that of its UTF-8 bytes, as FIPS 180-4 gives it for abc", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("ñ")).toBe(sha256(Uint8Array.of(0xc3, 0xb1)));
});
