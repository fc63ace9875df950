import { adapters } from "./adapters.ts";
import { agree } from "./agree.ts";
import type { MethodAgreement } from "./agreement-table.ts";
import { type Adapter, oracleCases, oracleNames } from "./oracle.ts";

/** Runs every case of every oracle file that is there; a method without an adapter counts as not built, never as passed. */
export function runOracles(): MethodAgreement[] {
  return oracleNames().map(runOracle);
}

/** Runs every case of one oracle file. */
export function runOracle(method: string): MethodAgreement {
  const adapter = adapters[method];
  return adapter === undefined ? { ...emptyRow(method), notBuilt: true } : runMethod(method, adapter);
}

function emptyRow(method: string): MethodAgreement {
  const ids = oracleCases(method).map((one) => one.id);
  return { method, ids, cases: ids.length, passed: 0, skipped: [], complaints: [], departures: [], worst: 0 };
}

function runMethod(method: string, adapter: Adapter): MethodAgreement {
  const row = emptyRow(method);
  for (const one of oracleCases(method)) {
    const answer = adapter(one);
    if ("skipped" in answer) {
      row.skipped.push(`${one.id}: ${answer.skipped}`);
      continue;
    }
    const { complaints, worst, departures } = agree(answer, one);
    row.departures.push(...departures);
    if (complaints.length === 0) row.passed++;
    row.complaints.push(...complaints);
    row.worst = Math.max(row.worst, worst);
  }
  return row;
}
