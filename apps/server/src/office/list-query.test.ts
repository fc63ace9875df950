import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromMark, isDay, isKey, isUuid, isWords, knownValues, toMark } from "./list-query.ts";

describe("the query of a list", () => {
  const known = { text: isWords, kind: isKey, late: ["yes"], fromOn: isDay, personId: isUuid } as const;

  test.each([
    ["text=%20Ana%20&kind=release&late=yes", { text: "Ana", kind: "release", late: "yes" }],
    ["kind=<b>&late=maybe&fromOn=2026-02-30&personId=1", {}],
    ["kind=&text=", {}],
    ["kind=a&kind=b", { kind: "a" }],
    ["unknown=1&__proto__=x", {}],
    [
      "fromOn=2026-11-20&personId=00000000-0000-4000-8000-000000000001",
      { fromOn: "2026-11-20", personId: "00000000-0000-4000-8000-000000000001" },
    ],
    [`text=${"x".repeat(201)}`, {}],
  ])("%s gives %j", (query, values) => {
    expect(knownValues(new URLSearchParams(query), known)).toEqual(values);
  });

  test("never gives what it does not know", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const values = knownValues(new URLSearchParams(text), known);
        expect(Object.keys(values).every((key) => Object.hasOwn(known, key))).toBe(true);
      }),
    );
  });
});

describe("a mark", () => {
  test("gives back what it was made of", () => {
    fc.assert(
      fc.property(fc.record({ name: fc.string({ maxLength: 100 }), personId: fc.uuid() }), (place) => {
        expect(fromMark(toMark(place))).toEqual(place);
      }),
    );
  });

  test.each([null, "", "%%%", "e30=", "A", "a".repeat(1001), "bm9uc2Vuc2U"])(
    "that is none, such as %j, gives nothing",
    (mark) => {
      expect(fromMark(mark)).toBeUndefined();
    },
  );
});
