import { describe, expect, test } from "vitest";
import { adapters } from "./adapters.ts";
import { agreementTable, type MethodAgreement } from "./agreement-table.ts";
import { oracleNames, sharedFolder } from "./oracle.ts";
import { runOracle } from "./run.ts";

const names = oracleNames();
if (names.length === 0) console.warn(`Oracles skipped: there are none in ${sharedFolder}/oracles.`);

// Within the tests, so that a failure is a test's, and what it ran is known to be its own.
describe.skipIf(names.length === 0)("this library agrees with its oracles", () => {
  const rows: MethodAgreement[] = [];
  test.each(names.filter((name) => name in adapters))("%s", (method) => {
    const row = runOracle(method);
    rows.push(row);
    expect(row.complaints).toEqual([]);
    expect(row.passed + row.skipped.length).toBe(row.cases);
  });
  test("every adapter has its oracle file", () => {
    expect(Object.keys(adapters).filter((method) => !names.includes(method))).toEqual([]);
  });
  test("the table of agreement is printed", () => {
    const table = agreementTable(rows);
    console.log(table);
    expect(table).toContain("life_expectancy_chiang_silcocks");
  });
});
