import { expect, test } from "vitest";
import { importCycles } from "./cycles.ts";

const cyclesOf = (edges: Record<string, string[]>): string[] =>
  importCycles(new Map(Object.entries(edges))).map((cycle) => cycle.join(" "));

test("a file that imports itself, a pair, and a long way round are cycles", () => {
  expect(cyclesOf({ a: ["a"] })).toEqual(["a a"]);
  expect(cyclesOf({ a: ["b"], b: ["a"] })).toEqual(["a b a"]);
  expect(cyclesOf({ a: ["b"], b: ["c"], c: ["d"], d: ["e"], e: ["a"] })).toEqual(["a b c d e a"]);
});

test("two ways to one file are no cycle", () => {
  expect(cyclesOf({ a: ["b", "c"], b: ["d"], c: ["d"], d: ["kysely"] })).toEqual([]);
});

test("of two cycles through one file both are named", () => {
  expect(cyclesOf({ hub: ["a", "b"], a: ["hub"], b: ["hub"] })).toEqual(["hub a hub", "b hub b"]);
});

test("a file that leads into a cycle is not part of it", () => {
  expect(cyclesOf({ start: ["a"], a: ["b"], b: ["a"] })).toEqual(["a b a"]);
});
