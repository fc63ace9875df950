import { expect, test } from "vitest";
import { testTotals, totalsLine } from "./test-totals.ts";

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

test("what passed, failed and was skipped is counted test by test", () => {
  const report = {
    success: false,
    testResults: [file("failed", "passed", "failed", "skipped"), file("passed", "passed", "todo")],
  };
  expect(testTotals(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test("a file that could not be run is a failure", () => {
  expect(testTotals({ success: false, testResults: [file("failed"), file("passed", "passed")] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

test("a run that failed outside of its tests, or left no report, is a failure", () => {
  expect(testTotals({ success: false, testResults: [file("passed", "passed")] }).failed).toBe(1);
  expect(testTotals(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("runs are added, and skipped tests are named only where there are some", () => {
  expect(
    totalsLine([
      { passed: 2, failed: 0, skipped: 0 },
      { passed: 3, failed: 0, skipped: 0 },
    ]),
  ).toBe("5 passed, 0 failed");
  expect(totalsLine([{ passed: 1, failed: 2, skipped: 3 }])).toBe("1 passed, 2 failed, 3 skipped");
});
