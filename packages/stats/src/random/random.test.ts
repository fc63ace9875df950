import { describe, expect, test } from "vitest";
import { binomialProbability } from "../distributions/binomial.ts";
import { chiSquareQuantile } from "../distributions/chi-square.ts";
import { normalCdf } from "../distributions/normal.ts";
import { poissonProbability } from "../distributions/poisson.ts";
import { randomStream } from "./random-stream.ts";
import { Xoshiro } from "./xoshiro.ts";

/** Pearson's statistic of draws against probabilities, cells of fewer than 10 expected merged into one. */
function misfit(draws: readonly number[], probability: (k: number) => number): { statistic: number; limit: number } {
  const highest = Math.max(...draws);
  const counts = new Float64Array(highest + 1);
  for (const k of draws) counts[k]!++;
  let statistic = 0;
  let cells = 0;
  let [restSeen, restExpected] = [0, draws.length];
  for (let k = 0; k <= highest; k++) {
    const expected = draws.length * probability(k);
    if (expected < 10) {
      restSeen += counts[k]!;
      continue;
    }
    restExpected -= expected;
    statistic += (counts[k]! - expected) ** 2 / expected;
    cells++;
  }
  if (restExpected > 10) statistic += (restSeen - restExpected) ** 2 / restExpected;
  return { statistic, limit: chiSquareQuantile(1e-6, cells, "upper") };
}

const draws = (draw: () => number, count = 60_000) => Array.from({ length: count }, draw);

describe("the generator", () => {
  test("gives the words that its authors' code gives for the state 1, 2, 3, 4", () => {
    const source = new Xoshiro(1, 2, 3, 4);
    const words = Array.from({ length: 10 }, () => source.word());
    expect(words).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
  test("repeats itself for a seed and not for its neighbour", () => {
    const first = draws(randomStream(5).uniform, 5);
    expect(draws(randomStream(5).uniform, 5)).toEqual(first);
    expect(draws(randomStream(6).uniform, 5)).not.toEqual(first);
    expect(draws(randomStream(5 + 2 ** 32).uniform, 5)).not.toEqual(first);
  });
  test("is even over the unit interval", () => {
    const stream = randomStream(11);
    const { statistic, limit } = misfit(
      draws(() => Math.floor(100 * stream.uniform())),
      () => 0.01,
    );
    expect(statistic).toBeLessThan(limit);
  });
});

describe("draws have the distribution they are named for", () => {
  test.each([0.02, 1.3, 9.9, 10, 37.5, 4000])("Poisson of mean %f", (mean) => {
    const stream = randomStream(17);
    const { statistic, limit } = misfit(
      draws(() => stream.poisson(mean)),
      (k) => poissonProbability(k, mean),
    );
    expect(statistic).toBeLessThan(limit);
  });
  test.each([
    [10, 0.3],
    [400, 0.01],
    [60, 0.4],
    [5000, 0.2],
    [90, 0.93],
  ])("binomial of %i trials at %f", (trials, p) => {
    const stream = randomStream(19);
    const { statistic, limit } = misfit(
      draws(() => stream.binomial(trials, p)),
      (k) => binomialProbability(k, trials, p),
    );
    expect(statistic).toBeLessThan(limit);
  });
  test("normal", () => {
    const stream = randomStream(23);
    const { statistic, limit } = misfit(
      draws(() => Math.floor(50 * normalCdf(stream.normal()))),
      () => 0.02,
    );
    expect(statistic).toBeLessThan(limit);
  });
  test("the ends", () => {
    const stream = randomStream(1);
    expect(stream.poisson(0)).toBe(0);
    expect(stream.binomial(7, 0)).toBe(0);
    expect(stream.binomial(7, 1)).toBe(7);
    expect(stream.binomial(0, 0.4)).toBe(0);
  });
});

describe("misuse throws", () => {
  test.each([
    ["a seed with a fraction", () => randomStream(0.5)],
    ["a negative mean", () => randomStream(1).poisson(-1)],
    ["half a trial", () => randomStream(1).binomial(0.5, 0.5)],
    ["a probability of two", () => randomStream(1).binomial(5, 2)],
  ])("%s", (_, call) => {
    expect(call).toThrow(RangeError);
  });
});
