import { expect, test } from "vitest";
import { fatesOf, mutationScore, toldScore } from "./mutation-score.ts";

test("a mutant that never ends was noticed, one that no test reaches was not, and one that could not be run does not count", () => {
  const fates = fatesOf(["Killed", "Killed", "Timeout", "Survived", "NoCoverage", "CompileError", "RuntimeError"]);
  expect(fates).toEqual({ killed: 2, timeout: 1, survived: 1, noCoverage: 1, invalid: 2 });
  expect(mutationScore(fates)).toBe(60);
  expect(toldScore(fates)).toBe("60.0 %");
});

test("of no valid mutant there is no score", () => {
  expect(mutationScore(fatesOf(["CompileError"]))).toBeUndefined();
  expect(toldScore(fatesOf([]))).toBe("–");
});
