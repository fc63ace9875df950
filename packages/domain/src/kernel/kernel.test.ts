import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayField, keyField, placeField, sourceField, textField } from "./fields.ts";
import { groupBy } from "./group-by.ts";
import { periodText, periodYears } from "./period.ts";
import { isRefusal, refuse } from "./refusal.ts";
import { refusalCodes } from "./refusal-codes.ts";
import { valueStates } from "./value-state.ts";

describe("a refusal", () => {
  test("is told from every other outcome, those that are nothing included", () => {
    expect(isRefusal(refuse("conflict", "already", "It is there."))).toBe(true);
    for (const outcome of [null, undefined, 0, "refused", [], { code: "x" }]) expect(isRefusal(outcome)).toBe(false);
  });

  test("has one status and one exit code a kind, and none of them is a success of the process", () => {
    expect(
      Object.entries(refusalCodes).map(([kind, { httpStatus, exitCode }]) => [kind, httpStatus, exitCode]),
    ).toEqual([
      ["invalid", 422, 2],
      ["unauthenticated", 401, 3],
      ["forbidden", 403, 3],
      ["not-found", 404, 4],
      ["conflict", 409, 5],
      ["undefined", 200, 1],
      ["unavailable", 503, 6],
    ]);
  });
});

describe("grouping", () => {
  test("keeps the order of first meeting, and within a group the order of the list", () => {
    expect([...groupBy(["bee", "ant", "bat", "ape"], (word) => word[0])]).toEqual([
      ["b", ["bee", "bat"]],
      ["a", ["ant", "ape"]],
    ]);
  });

  test("loses nothing and repeats nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (numbers) => {
        const groups = groupBy(numbers, (n) => n % 3);
        expect([...groups.values()].flat().sort()).toEqual([...numbers].sort());
        for (const [key, group] of groups) for (const n of group) expect(n % 3).toBe(key);
      }),
    );
  });
});

test("a period counts both of its ends", () => {
  expect([periodText({ from: 2006, to: 2010 }), periodYears({ from: 2006, to: 2010 })]).toEqual(["2006–2010", 5]);
  expect([periodText({ from: 2010, to: 2010 }), periodYears({ from: 2010, to: 2010 })]).toEqual(["2010", 1]);
});

test("there are six states of a value, in the order of a legend", () => {
  expect(valueStates).toEqual(["shown", "suppressed", "unreliable", "missing", "not-collected", "not-applicable"]);
});

describe("fields", () => {
  test.each([
    [keyField, "west-side", true],
    [keyField, "West side", false],
    [keyField, "2nd", false],
    [placeField, "area:26", true],
    [placeField, "area:", false],
    [placeField, "planet:mars", false],
    [placeField, " area:26", false],
    [dayField, "2016-02-29", true],
    [dayField, "2015-02-29", false],
    [dayField, "2016-2-9", false],
    [sourceField, "qjr3-bm53", true],
    [sourceField, "  a ", false],
    [textField, { en: "West Side", es: "Lado Oeste" }, true],
    [textField, { en: "West Side", es: " " }, false],
    [textField, { en: "West Side" }, false],
  ])("case %#: of %s, %j is taken: %s", (field, given, taken) => {
    expect(field.safeParse(given).success).toBe(taken);
  });

  test("the blanks around a text are not part of it", () => {
    expect(textField.parse({ en: " West Side ", es: "Lado Oeste" })).toEqual({ en: "West Side", es: "Lado Oeste" });
  });
});
