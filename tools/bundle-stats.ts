// Puts packages/stats into one script. Run: node --import tsx tools/bundle-stats.ts SCRIPT [NAME or *] [words for esbuild]
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("../packages/stats/src/index.ts", import.meta.url));

/** Puts the whole of `@evenspan/stats` into one script, or what one of its names needs; more words for the bundler follow. */
export function bundleStats(into: string, name = "*", ...words: readonly string[]): void {
  const offered = name === "*" ? name : `{ ${name} }`;
  execFileSync(
    bundlerOfTsx(),
    ["--bundle", "--format=esm", "--target=es2023", "--log-level=error", `--outfile=${into}`, ...words],
    { input: `export ${offered} from ${JSON.stringify(entry)}`, cwd: path.dirname(entry) },
  );
}

/** The program of esbuild that tsx brings with it. */
function bundlerOfTsx(): string {
  const fromTsx = createRequire(createRequire(import.meta.url).resolve("tsx"));
  return path.join(path.dirname(fromTsx.resolve("esbuild/package.json")), "bin", "esbuild");
}

const [, program, into, ...rest] = process.argv;
if (program === fileURLToPath(import.meta.url) && into !== undefined) bundleStats(into, ...rest);
