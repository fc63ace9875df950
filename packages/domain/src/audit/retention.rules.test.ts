import { expect, test } from "vitest";
import { retentionAt, retentionRules, yearsBefore } from "./retention.rules.ts";

test("each rule says whose it is and from when it holds, and they stand in the order of time", () => {
  expect(retentionRules).toMatchObject([{ inForceOn: "2005-04-20", keepYears: 6 }]);
  for (const { source } of retentionRules) expect(source).toMatch(/CFR|FR|ILCS/);
  const days = retentionRules.map(({ inForceOn }) => inForceOn);
  expect(days).toEqual([...days].sort());
});

test.each(["1999-01-01", "2005-04-20", "2026-01-02"])("at %s six years are kept", (day) => {
  expect(retentionAt(new Date(day)).keepYears).toBe(6);
});

test.each([
  ["2026-01-02T03:04:05Z", 6, "2020-01-02T03:04:05Z"],
  ["2024-02-29T12:00:00Z", 6, "2018-02-28T12:00:00Z"],
  ["2024-02-29T12:00:00Z", 4, "2020-02-29T12:00:00Z"],
  ["2024-12-31T23:59:59Z", 10, "2014-12-31T23:59:59Z"],
  ["2024-03-31T00:00:00Z", 1, "2023-03-31T00:00:00Z"],
])("%s less %s years is %s", (at, years, before) => {
  expect(yearsBefore(new Date(at), years)).toEqual(new Date(before));
});
