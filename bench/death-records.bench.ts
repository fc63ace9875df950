import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse";
import { writeDeathRecords } from "./death-records-file.ts";
import { loadIntoNewDatabase } from "./load-into-new-database.ts";

/**
 * Ten million rows of deaths (or as many as the first argument says) become counts by place, year, age, sex and cause
 * in a database, with everything that a load does: two passes for fingerprints, checks, COPY, one transaction.
 *
 * Claim: under 60 seconds and in flat memory. Baseline: csv-parse alone, reading the same file and doing nothing.
 */
type Run = Readonly<{ seconds: number; rows: number; peakMb: number }>;

const [, script, first, file] = process.argv;
if (first === "load" || first === "baseline") {
  const started = process.hrtime.bigint();
  const rows = first === "load" ? await loadIntoNewDatabase("death-records", file!) : await parsedRows(file!);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(JSON.stringify({ seconds, rows, peakMb: process.resourceUsage().maxRSS / 1024 }));
} else await compare(Number(first ?? 10_000_000));

async function parsedRows(path: string): Promise<number> {
  let rows = -1; // the headings
  for await (const _ of createReadStream(path).pipe(parse())) rows++;
  return rows;
}

async function compare(rows: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-bench-"));
  try {
    const [small, whole] = [path.join(folder, "small.csv"), path.join(folder, "deaths.csv")];
    await writeDeathRecords(small, rows / 10);
    await writeDeathRecords(whole, rows);
    const [tenth, load, baseline] = [run("load", small), run("load", whole), run("baseline", whole)];
    console.log(
      `deaths by record: ${load.rows.toLocaleString("en")} rows, ${Math.round(statSync(whole).size / 1e6)} MB`,
    );
    tell("evenspan load", load);
    tell("csv-parse alone", baseline);
    console.log(`  time against csv-parse alone: ${(load.seconds / baseline.seconds).toFixed(2)}`);
    console.log(`  peak memory against csv-parse alone: ${(load.peakMb / baseline.peakMb).toFixed(2)}`);
    console.log(`  peak memory against a tenth of the rows: ${(load.peakMb / tenth.peakMb).toFixed(2)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name: string, { seconds, rows, peakMb }: Run): void {
  const pace = Math.round(rows / seconds).toLocaleString("en");
  console.log(`  ${name}: ${seconds.toFixed(1)} s, ${pace} rows/s, peak ${Math.round(peakMb)} MB`);
}

/** In a process of its own, so that its peak of memory is its own. */
function run(what: "load" | "baseline", path: string): Run {
  const words = ["--import", "tsx", script!, what, path];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8" })) as Run;
}
