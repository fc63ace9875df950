import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementLines } from "./element-lines.ts";

describe("the lines of a list's elements", () => {
  it("are found for one element a line, several a line, and elements of several lines", () => {
    expect(elementLines('[{"a":1},\n{"a":[2,\n3]},{"b":"x"}\n,4]', null)).toEqual([1, 2, 3, 4]);
  });

  it("are those of the named list of the outermost object, not of a deeper one of that name", () => {
    const text = '{"meta": {"data": [1,\n2]},\n"other": ["data"],\n"data": [\n[5],\n[6]]}';
    expect(elementLines(text, "data")).toEqual([5, 6]);
  });

  it("are not led astray by brackets, commas and quotation marks inside text", () => {
    expect(elementLines('["a]\\"[,{",\n"b\\\\",\n3]', null)).toEqual([1, 2, 3]);
  });

  it("are none where there is no such list", () => {
    expect(elementLines('{"data": 5}', "data")).toEqual([]);
    expect(elementLines("[]", null)).toEqual([]);
  });

  it("are as many as the elements, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (list) => {
        expect(elementLines(JSON.stringify(list), null)).toHaveLength(list.length);
        expect(elementLines(JSON.stringify({ x: list, data: list }, null, 1), "data")).toHaveLength(list.length);
      }),
    );
  });
});
