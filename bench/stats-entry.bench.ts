import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * What a program takes on that uses `@evenspan/stats`: the size of all of it in one minified file, and how long Node takes
 * to import that file in a process of its own.
 *
 * Claims: under 120 KB (of 1000 bytes); under 30 milliseconds. Baselines: a program that calls lifeExpectancy alone, to
 * which a bundler gives only what it needs; the same import of the sources as they are.
 */
const [claimKb, claimMs] = [120, 30];
const entry = fileURLToPath(new URL("../packages/stats/src/index.ts", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "evenspan-entry-"));
try {
  const bundle = path.join(folder, "stats.mjs");
  const meta = path.join(folder, "meta.json");
  bundled(`export * from ${JSON.stringify(entry)}`, bundle, `--metafile=${meta}`);
  const one = path.join(folder, "one.mjs");
  bundled(`export { lifeExpectancy } from ${JSON.stringify(entry)}`, one);
  const kb = statSync(bundle).size / 1000;
  const ms = medianImportMs(bundle);
  const sourcesMs = medianImportMs(entry, "--import", "tsx");
  console.log(`@evenspan/stats in one minified file: ${kb.toFixed(1)} KB`);
  console.log(`claim: under ${claimKb} KB; ${kb < claimKb ? "held" : "NOT held"}`);
  console.log(`  ${partsOf(meta)}`);
  console.log(`baseline, lifeExpectancy alone: ${(statSync(one).size / 1000).toFixed(1)} KB`);
  console.log(`its import in a new process: ${ms.toFixed(1)} ms`);
  console.log(`claim: under ${claimMs} ms; ${ms < claimMs ? "held" : "NOT held"}`);
  console.log(
    `baseline, the sources through tsx: ${sourcesMs.toFixed(0)} ms, ${(sourcesMs / ms).toFixed(1)} times as long`,
  );
  process.exitCode = kb < claimKb && ms < claimMs ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function bundled(source: string, into: string, ...options: readonly string[]): void {
  const words = ["--bundle", "--minify", "--format=esm", "--platform=node", "--log-level=error", `--outfile=${into}`];
  execFileSync(bundlerOfTsx(), [...words, ...options], { input: source, cwd: path.dirname(entry) });
}

/** What each folder of the sources takes of the file, the largest first. */
function partsOf(meta: string): string {
  const { outputs } = JSON.parse(readFileSync(meta, "utf8")) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const parts = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const folder = path.dirname(file).split("/").at(-1)!;
    parts.set(folder, (parts.get(folder) ?? 0) + bytesInOutput);
  }
  const sorted = [...parts].sort(([, a], [, b]) => b - a);
  return sorted.map(([folder, bytes]) => `${folder} ${(bytes / 1000).toFixed(1)}`).join(", ");
}

/** The program of esbuild that tsx brings with it. */
function bundlerOfTsx(): string {
  const fromTsx = createRequire(createRequire(import.meta.url).resolve("tsx"));
  return path.join(path.dirname(fromTsx.resolve("esbuild/package.json")), "bin", "esbuild");
}

function medianImportMs(file: string, ...options: readonly string[]): number {
  const script = `const at = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - at)`;
  const words = [...options, "--input-type=module", "--eval", script];
  const times = Array.from({ length: 11 }, () => Number(execFileSync(process.execPath, words, { encoding: "utf8" })));
  return times.sort((a, b) => a - b)[5]!;
}
