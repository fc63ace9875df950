import { expect, test } from "vitest";
import { sameName } from "./same-name.rules.ts";

test.each([
  ["Ana Ruiz", "ana ruiz"],
  ["Ana Ruiz", " Ana  Ruiz\t"],
  ["Ana Ruiz", "Ana\u00a0Ruiz"],
  ["Ana Ruiz", "Ａｎａ Ruiz"],
  ["Ana Ruiz", "Ana\u200b Ruiz"],
  ["José", "JOSE\u0301"],
  ["Strauß", "STRAUSS"],
])("%j and %j are one person", (a, b) => {
  expect(sameName(a, b)).toBe(true);
});

test.each([
  ["Ana", "Rosa"],
  ["Ana Ruiz", "AnaRuiz"],
  ["José", "Jose"],
])("%j and %j are two", (a, b) => {
  expect(sameName(a, b)).toBe(false);
});
