import { describe, expect, test } from "vitest";
import { adapters } from "./adapters.ts";
import { agree } from "./agree.ts";
import { agreementTable, type MethodAgreement } from "./agreement-table.ts";
import { oracleCases, oracleNames, sharedFolder } from "./oracle.ts";

const names = oracleNames();
if (names.length === 0) console.warn(`Oracles skipped: there are none in ${sharedFolder}/oracles.`);

const rows: MethodAgreement[] = names.map((method) => {
  const adapter = adapters[method];
  const cases = oracleCases(method);
  const ids = cases.map((one) => one.id);
  const row: MethodAgreement = { method, ids, cases: cases.length, passed: 0, skipped: [], complaints: [], worst: 0 };
  if (adapter === undefined) return { ...row, notBuilt: true };
  for (const one of cases) {
    const answer = adapter(one);
    if ("skipped" in answer) {
      row.skipped.push(`${one.id}: ${answer.skipped}`);
      continue;
    }
    const { complaints, worst } = agree(answer, one);
    if (complaints.length === 0) row.passed++;
    row.complaints.push(...complaints);
    row.worst = Math.max(row.worst, worst);
  }
  return row;
});

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
