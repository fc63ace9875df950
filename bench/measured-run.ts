import { execFileSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

/** How long a run took, how many rows it read, and the most memory that its process had. */
export type MeasuredRun = Readonly<{ seconds: number; rows: number; peakMb: number }>;

/** Runs a script in a process of its own, so that its peak of memory is its own; it prints a MeasuredRun as JSON. */
export function runApart(script: string, ...args: readonly string[]): MeasuredRun {
  const words = ["--import", "tsx", script, ...args];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as MeasuredRun;
}

/** Does the work, which gives the number of rows it read, and prints what it took. */
export async function printMeasured(work: () => Promise<number>): Promise<void> {
  const started = process.hrtime.bigint();
  const rows = await work();
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(JSON.stringify({ seconds, rows, peakMb: process.resourceUsage().maxRSS / 1024 }));
}

/** The baseline: csv-parse reads the file and does nothing with its rows, which are counted. */
export async function parsedRows(path: string): Promise<number> {
  let rows = -1; // the headings
  for await (const _ of createReadStream(path).pipe(parse())) rows++;
  return rows;
}

/** A run in a line. */
export function runText(name: string, { seconds, rows, peakMb }: MeasuredRun): string {
  const pace = Math.round(rows / seconds).toLocaleString("en");
  return `  ${name}: ${seconds.toFixed(2)} s, ${pace} rows/s, peak ${Math.round(peakMb)} MB`;
}
