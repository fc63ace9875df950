import { expect, test } from "vitest";
import { type Mutant, mutantKey, mutantSample } from "./mutation-sample.ts";

const mutantsOf = (file: string, count: number): Mutant[] =>
  Array.from({ length: count }, (_, i) => ({
    file,
    start: { line: i + 1, column: 5 },
    end: { line: i + 1, column: 9 },
    kind: "ArithmeticOperator",
    replacement: "a - b",
  }));
const mutants = [...mutantsOf("large.ts", 600), ...mutantsOf("middling.ts", 299), ...mutantsOf("small.ts", 1)];
const keys = (sample: readonly Mutant[]) => sample.map(mutantKey);

test("each file has its share of the sample, and one mutant at least", () => {
  const files = mutantSample(mutants, 90, 1).map(({ file }) => file);
  const counts = ["large.ts", "middling.ts", "small.ts"].map((file) => files.filter((each) => each === file).length);
  expect(counts).toEqual([60, 30, 1]);
});

test("a seed gives the same sample again, in whatever order the mutants come, and another seed another", () => {
  const sample = keys(mutantSample(mutants, 90, 1));
  expect(keys(mutantSample(mutants.toReversed(), 90, 1))).toEqual(sample);
  expect(keys(mutantSample(mutants, 90, 2))).not.toEqual(sample);
});

test("none is drawn twice, and a sample larger than all is all", () => {
  expect(new Set(keys(mutantSample(mutants, 400, 3))).size).toBe(401);
  expect(keys(mutantSample(mutants, 5000, 3)).sort()).toEqual(keys(mutants).sort());
});

test("every mutant of a file is as likely as any other", () => {
  const times = new Map<string, number>();
  for (let seed = 0; seed < 2000; seed++)
    for (const key of keys(mutantSample(mutantsOf("a.ts", 10), 3, seed))) times.set(key, (times.get(key) ?? 0) + 1);
  // 600 of 2000 draws each, with a standard deviation of √(2000 · 0.3 · 0.7).
  for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(5 * 20.5);
  expect(times.size).toBe(10);
});
