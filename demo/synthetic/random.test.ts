import { expect, test } from "vitest";
import { seededRandom, xoshiro128 } from "./random.ts";

const many = 20_000;
const mean = (draw: () => number) => Array.from({ length: many }, draw).reduce((sum, x) => sum + x, 0) / many;

test("from the state 1, 2, 3, 4 come the words that a second implementation gives", () => {
  let state = 0;
  const words = xoshiro128(() => ++state);
  expect(Array.from({ length: 10 }, words)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("a seed and a stream give the same numbers again, and another of either gives others", () => {
  const first = (seed: number, stream: number) => Array.from({ length: 5 }, seededRandom(seed, stream).uniform);
  expect(first(2030, 26)).toEqual(first(2030, 26));
  expect(first(2030, 26)).not.toEqual(first(2030, 27));
  expect(first(2030, 26)).not.toEqual(first(2031, 26));
});

test("counts have the mean and the variance asked for, within four standard errors", () => {
  for (const asked of [0.02, 1.5, 60]) {
    const { poisson } = seededRandom(1, 1);
    expect(Math.abs(mean(() => poisson(asked)) - asked)).toBeLessThan(4 * Math.sqrt(asked / many));
    const spread = (1 + 3 * asked) / asked; // kurtosis: Var((X − m)²) = m + 2m²
    const squares = mean(() => (poisson(asked) - asked) ** 2) / asked;
    expect(Math.abs(squares - 1)).toBeLessThan(4 * Math.sqrt(spread / many));
  }
});

test("a mean of none gives none", () => {
  const { poisson } = seededRandom(1, 1);
  expect(mean(() => poisson(0))).toBe(0);
});

test("normal numbers have mean 0 and variance 1, within four standard errors", () => {
  const { normal } = seededRandom(3, 1);
  expect(Math.abs(mean(normal))).toBeLessThan(4 / Math.sqrt(many));
  expect(Math.abs(mean(() => normal() ** 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / many));
});
