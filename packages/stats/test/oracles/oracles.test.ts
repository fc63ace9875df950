import { describe, expect, test } from "vitest";
import { adapters } from "./adapters.ts";
import { agreementTable } from "./agreement-table.ts";
import { oracleNames, sharedFolder } from "./oracle.ts";
import { runOracles } from "./run.ts";

const names = oracleNames();
if (names.length === 0) console.warn(`Oracles skipped: there are none in ${sharedFolder}/oracles.`);
const rows = runOracles();

describe.skipIf(names.length === 0)("this library agrees with its oracles", () => {
  test.each(rows.filter((row) => !row.notBuilt))("$method", ({ cases, passed, skipped, complaints }) => {
    expect(complaints).toEqual([]);
    expect(passed + skipped.length).toBe(cases);
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
