import { describe, expect, test } from "vitest";
import { type LineDrawing, nameLines, percent, type Stop, segments, valueScale } from "./line-drawing.ts";

const stop = (name: string, value: number | null, more: Partial<Stop> = {}): Stop => ({
  name,
  at: 0,
  value,
  lower: value === null ? null : value - 1,
  upper: value === null ? null : value + 1,
  state: value === null ? "suppressed" : "shown",
  text: String(value),
  kind: "measured",
  end: false,
  ...more,
});

const drawing = (stops: readonly Stop[], more: Partial<LineDrawing> = {}): LineDrawing => ({
  sentence: "",
  stops,
  rules: [],
  measure: null,
  plan: null,
  fromZero: false,
  ...more,
});

describe("the scale", () => {
  test("runs from the lowest limit to the highest, rules and plan included", () => {
    const scale = valueScale(
      drawing([stop("a", 70), stop("b", 80)], { rules: [{ kind: "goal", name: "", value: 60 }] }),
    );
    expect([scale(60), scale(81)]).toEqual([0, 1]);
  });

  test("starts at zero for distances", () => {
    const scale = valueScale(drawing([stop("a", 9), stop("b", 19)], { fromZero: true }));
    expect([scale(0), scale(20), scale(10)]).toEqual([0, 1, 0.5]);
  });

  test("holds a single value without limits", () => {
    expect(valueScale(drawing([stop("a", 5, { lower: null, upper: null })]))(5)).toBe(0);
  });
});

describe("the path", () => {
  test("goes from stop to stop, and is broken over one that is withheld", () => {
    const path = segments([stop("a", 1), stop("b", null), stop("c", 3), stop("d", 4)]);
    expect(path.map(({ from, to, broken }) => [from.name, to.name, broken])).toEqual([
      ["a", "c", true],
      ["c", "d", false],
    ]);
  });

  test("is broken on the way to what was only told", () => {
    expect(segments([stop("a", 1), stop("b", 2, { kind: "told" })])[0]!.broken).toBe(true);
  });

  test("of one stop, or of none with a value, is none", () => {
    expect(segments([stop("a", 1)])).toEqual([]);
    expect(segments([stop("a", null), stop("b", null)])).toEqual([]);
  });
});

test("names are broken between words and never within one", () => {
  expect(nameLines("Greater Grand Crossing", 10)).toEqual(["Greater", "Grand", "Crossing"]);
  expect(nameLines("Loop", 2)).toEqual(["Loop"]);
  expect(nameLines("2019 to 2023", 8)).toEqual(["2019 to", "2023"]);
  expect(percent(1 / 3)).toBe("33.33%");
});
