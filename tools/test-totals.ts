import { existsSync, readFileSync } from "node:fs";

/** How many tests passed, failed and were skipped. */
export type TestTotals = Readonly<{ passed: number; failed: number; skipped: number }>;

type Report = Readonly<{
  success: boolean;
  testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}>;

/**
 * The totals of one run, from the JSON that vitest writes about it. A file that could not be run at all counts as one
 * failure, and so does a run that failed without a failed test, or that left no report.
 */
export function testTotals(report: Report | undefined): TestTotals {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const count = (...wanted: string[]): number => statuses.filter((status) => wanted.includes(status)).length;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((each) => each.status !== "failed"),
  ).length;
  const failed = count("failed") + broken;
  return {
    passed: count("passed"),
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: count("skipped", "pending", "todo", "disabled"),
  };
}

/**
 * The totals in words.
 *
 * @example
 * totalsLine([{ passed: 2, failed: 0, skipped: 1 }, { passed: 3, failed: 1, skipped: 0 }]) // => "5 passed, 1 failed, 1 skipped"
 */
export function totalsLine(runs: readonly TestTotals[]): string {
  const sum = (key: keyof TestTotals): number => runs.reduce((total, run) => total + run[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed${sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : ""}`;
}

/** Prints the sum of some runs: `test-totals.ts <failures elsewhere> <report.json>...`; fails where anything failed. */
if (import.meta.filename === process.argv[1]) {
  const [elsewhere, ...files] = process.argv.slice(2);
  const reports = files.map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined));
  const runs = [...reports.map(testTotals), { passed: 0, failed: Number(elsewhere), skipped: 0 }];
  console.log(totalsLine(runs));
  process.exitCode = runs.some(({ failed }) => failed > 0) ? 1 : 0;
}
