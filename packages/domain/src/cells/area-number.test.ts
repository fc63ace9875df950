import { describe, expect, it } from "vitest";
import { areaNumber } from "./area-number.ts";
import { lifeExpectancyYears } from "./life-expectancy-years.ts";

describe("a community area's number", () => {
  it.each(["1", "01", "077"])("is read from %s", (text) => {
    expect(areaNumber(text)).toEqual({ value: `area:${Number(text)}` });
  });

  it.each(["", "0", "78", "-1", "1.0", "Loop", "1e1"])("is not “%s”", (text) => {
    expect(areaNumber(text)).toEqual({ expected: "a community area number, 1 to 77" });
  });
});

describe("a life expectancy", () => {
  it.each([
    ["20", 20],
    ["79.8", 79.8],
    ["120", 120],
  ])("is read from %s", (text, value) => {
    expect(lifeExpectancyYears(text)).toEqual({ value });
  });

  it.each(["", "19.9", "120.1", "773", "7.73", "high"])("is not “%s”", (text) => {
    expect(lifeExpectancyYears(text)).toEqual({ expected: "a life expectancy in years, such as 77.3" });
  });
});
