import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadIntoNewDatabase } from "./load-into-new-database.ts";
import { parsedRows, printMeasured, runApart, runText } from "./measured-run.ts";

/**
 * Life expectancies of all 65,662 tracts that USALEEP has (invented ones, or the file that the first argument names)
 * are loaded into a new database, with everything that a load does.
 *
 * Claim: under 5 seconds and 400 MB, the making of the database included. Baseline: csv-parse alone.
 */
const tracts = 65_662;

const [, script, first, file] = process.argv;
if (first === "load") await printMeasured(() => loadIntoNewDatabase("usaleep", file!));
else if (first === "baseline") await printMeasured(() => parsedRows(file!));
else compare(first);

function compare(given: string | undefined): void {
  const folder = mkdtempSync(path.join(tmpdir(), "evenspan-bench-"));
  try {
    const usaleep = given ?? path.join(folder, "usaleep.csv");
    if (!given) writeFileSync(usaleep, inventedTracts());
    const [load, baseline] = [runApart(script!, "load", usaleep), runApart(script!, "baseline", usaleep)];
    console.log(`life expectancy by tract: ${load.rows.toLocaleString("en")} rows`);
    console.log(runText("evenspan load", load));
    console.log(runText("csv-parse alone", baseline));
    console.log(`  time against csv-parse alone: ${(load.seconds / baseline.seconds).toFixed(2)}`);
    console.log(`  peak memory against csv-parse alone: ${(load.peakMb / baseline.peakMb).toFixed(2)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In the form of the published file: tract, three parts of it, years, standard error, flag. */
function inventedTracts(): string {
  const lines = ["Tract ID,STATE2KX,CNTY2KX,TRACT2KX,e(0),se(e(0)),Abridged life table flag"];
  for (let number = 0; number < tracts; number++) {
    const state = String(1 + (number % 56)).padStart(2, "0");
    const county = String(1 + ((number * 7) % 499)).padStart(3, "0");
    const tract = String(100 + number).padStart(6, "0");
    const years = (62 + ((number * 31) % 290) / 10).toFixed(1);
    lines.push(`${state}${county}${tract},${state},${county},${tract},${years},1.${number % 10},${1 + (number % 3)}`);
  }
  return `${lines.join("\n")}\n`;
}
