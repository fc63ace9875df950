import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeDeathRecords } from "./death-records-file.ts";
import { loadIntoNewDatabase } from "./load-into-new-database.ts";
import { parsedRows, printMeasured, runApart, runText } from "./measured-run.ts";

/**
 * Ten million rows of deaths (or as many as the first argument says) become counts by place, year, age, sex and cause
 * in a database, with everything that a load does: two passes for fingerprints, checks, COPY, one transaction.
 *
 * Claim: under 60 seconds and in flat memory. Baseline: csv-parse alone, reading the same file and doing nothing.
 */
const [, script, first, file] = process.argv;
if (first === "load") await printMeasured(() => loadIntoNewDatabase("death-records", file!));
else if (first === "baseline") await printMeasured(() => parsedRows(file!));
else await compare(Number(first ?? 10_000_000));

async function compare(rows: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-bench-"));
  try {
    const [small, whole] = [path.join(folder, "small.csv"), path.join(folder, "deaths.csv")];
    await writeDeathRecords(small, rows / 10);
    await writeDeathRecords(whole, rows);
    const [tenth, load, baseline] = [
      runApart(script!, "load", small),
      runApart(script!, "load", whole),
      runApart(script!, "baseline", whole),
    ];
    console.log(
      `deaths by record: ${load.rows.toLocaleString("en")} rows, ${Math.round(statSync(whole).size / 1e6)} MB`,
    );
    console.log(runText("evenspan load", load));
    console.log(runText("csv-parse alone", baseline));
    console.log(`  time against csv-parse alone: ${(load.seconds / baseline.seconds).toFixed(2)}`);
    console.log(`  peak memory against csv-parse alone: ${(load.peakMb / baseline.peakMb).toFixed(2)}`);
    console.log(`  peak memory against a tenth of the rows: ${(load.peakMb / tenth.peakMb).toFixed(2)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
