import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultPosition } from "./fault-position.ts";
import { jsonKind, parseJson } from "./parse-json.ts";

describe("reading JSON", () => {
  it("gives the value, with or without a byte order mark", () => {
    expect(parseJson("[1]")).toEqual({ value: [1] });
    expect(parseJson("\uFEFF[1]")).toEqual({ value: [1] });
  });

  it("names the line where reading stopped, and what stands there", () => {
    expect(parseJson('[\n {"a": 1},\n {"a": oops}\n]')).toMatchObject({ line: 3, found: "“oops} ]”" });
  });

  it("says that a file which ends early is cut short", () => {
    const cut = parseJson('{"data": [\n[1, 2],\n[3, ');
    expect(cut).toMatchObject({ malformed: true, line: 3, found: "the end of the file" });
  });

  it("tells an empty file from a wrong one", () => {
    expect(parseJson(" \n")).toMatchObject({ line: 1, found: "an empty file" });
  });

  it("calls each kind of value by name", () => {
    const kinds = [null, undefined, [1], {}, "a  word", 7].map(jsonKind);
    expect(kinds).toEqual(["null", "nothing", "a list", "an object", "the string “a word”", "the number “7”"]);
  });
});

describe("where text stops being JSON", () => {
  it("is its end, for whatever is JSON", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(faultPosition(text)).toBe(text.length);
      }),
    );
  });

  it("is its end, wherever a list is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(), (list, cut) => {
        const text = JSON.stringify(list);
        const part = text.slice(0, cut % text.length);
        expect(faultPosition(part)).toBeLessThanOrEqual(part.length);
      }),
    );
  });

  it.each([
    ["[1,]", 3],
    ["[1 2]", 3],
    ['{"a" 1}', 5],
    ["{a: 1}", 1],
    ['{"a": 1,}', 8],
    ["[01]", 2],
    ["[1]]", 3],
    ["[1}", 2],
    ['["a\nb"]', 1],
    ["[tru]", 1],
  ])("in %s is at %i", (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(faultPosition(text)).toBe(at);
  });
});
