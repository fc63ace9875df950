import { describe, expect, it } from "vitest";
import { gazetteer } from "../places/gazetteer.ts";
import { areaOrCity, chicagoPlace } from "./chicago-place.ts";
import type { Reading, Row } from "./source.ts";

function placeOf(number: string, name: string) {
  const complaints: unknown[] = [];
  const row: Row = { line: 2, cell: (key) => (key === "area-number" ? number : name) };
  const nothing = () => undefined;
  const out: Reading = {
    observe: nothing,
    link: nothing,
    outline: nothing,
    complain: (column, found, expected) => complaints.push([column, found, expected]),
  };
  return { place: chicagoPlace(row, out, gazetteer), complaints };
}

describe("a place of a City file", () => {
  it.each([
    ["0", "Chicago", "city:chicago"],
    ["100", "", "city:chicago"],
    ["CH", "CHICAGO", "city:chicago"],
    ["", "CHICAGO", "city:chicago"],
    ["01", "Rogers Park", "area:1"],
    ["18", "Montclaire", "area:18"],
    ["76", "OHARE", "area:76"],
    ["6", "LAKE VIEW", "area:6"],
    ["23", "Humboldt park", "area:23"],
    ["26", "", "area:26"],
  ])("with number “%s” and name “%s” is %s", (number, name, place) => {
    expect(placeOf(number, name)).toEqual({ place, complaints: [] });
  });

  it.each([
    ["26", "Loop", ["area-name", "Loop", "West Garfield Park, as the number 26 says"]],
    ["0", "Loop", ["area-name", "Loop", "Chicago, as the number 0 says"]],
    ["", "Loop", ["area-number", "", "a community area number, 1 to 77, or 0 for the city"]],
    ["", "", ["area-number", "", "a community area number, 1 to 77, or 0 for the city"]],
    ["78", "", ["area-number", "78", "a community area number, 1 to 77, or 0 for the city"]],
    ["26.5", "", ["area-number", "26.5", "a community area number, 1 to 77, or 0 for the city"]],
  ])("with number “%s” and name “%s” is complained of", (number, name, complaint) => {
    expect(placeOf(number, name)).toEqual({ place: undefined, complaints: [complaint] });
  });

  it("reads codes of the city in any case", () => {
    expect(["ch", "000", "city:chicago"].map(areaOrCity)).toEqual(Array(3).fill({ value: "city:chicago" }));
  });
});
