import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { peersOf, speedClaims } from "./peer-figures.ts";

/**
 * What a program takes on that uses `@evenspan/stats`: the size of all of it in one minified file, and how long Node takes
 * to import the package as it is built, in a process of its own.
 *
 * Claims: under 120 KB (of 1000 bytes); under 30 milliseconds. Baselines: a program that calls lifeExpectancy alone, to
 * which a bundler gives only what it needs; the import of the sources as they are.
 */
const [claimKb, claimMs] = [120, 30];
const entry = fileURLToPath(new URL("../packages/stats/src/index.ts", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "evenspan-entry-"));
try {
  const [all, one, meta] = ["all.mjs", "one.mjs", "meta.json"].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  tool("bundle-stats.ts", all, "*", "--minify", `--metafile=${meta}`);
  tool("bundle-stats.ts", one, "lifeExpectancy", "--minify");
  const built = path.join(folder, "built");
  tool("build-stats.ts", built);
  const kb = statSync(all).size / 1000;
  const ms = importMs(path.join(built, "index.js"));
  const sourcesMs = importMs(entry, "--import", "tsx");
  console.log(`@evenspan/stats in one minified file: ${kb.toFixed(1)} KB`);
  console.log(`claim: under ${claimKb} KB; ${kb < claimKb ? "held" : "NOT held"}`);
  console.log(`  ${partsOf(meta)}`);
  console.log(`baseline, lifeExpectancy alone: ${(statSync(one).size / 1000).toFixed(1)} KB`);
  console.log(`the import of the built package in a new process: ${ms.toFixed(1)} ms`);
  console.log(`claim: under ${claimMs} ms; ${ms < claimMs ? "held" : "NOT held"}`);
  console.log(
    `baseline, the sources through tsx: ${sourcesMs.toFixed(0)} ms, ${(sourcesMs / ms).toFixed(1)} times as long`,
  );
  console.log(peersOf(speedClaims.entry));
  process.exitCode = kb < claimKb && ms < claimMs ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function tool(name: string, ...words: readonly string[]): void {
  const script = fileURLToPath(new URL(`../tools/${name}`, import.meta.url));
  execFileSync(process.execPath, ["--import", "tsx", script, ...words]);
}

/** What each folder of the sources takes of the file, the largest first. */
function partsOf(meta: string): string {
  const { outputs } = JSON.parse(readFileSync(meta, "utf8")) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
  };
  const parts = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const folder = file.includes("/") ? path.dirname(file).split("/").at(-1)! : "shared by all";
    parts.set(folder, (parts.get(folder) ?? 0) + bytesInOutput);
  }
  const sorted = [...parts].sort(([, a], [, b]) => b - a);
  return sorted.map(([folder, bytes]) => `${folder} ${(bytes / 1000).toFixed(1)}`).join(", ");
}

/** The best of so many processes, since what else the machine does can only slow one. */
function importMs(file: string, ...options: readonly string[]): number {
  const script = `const at = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - at)`;
  const words = [...options, "--input-type=module", "--eval", script];
  const run = () => Number(execFileSync(process.execPath, words, { encoding: "utf8" }));
  return Math.min(...Array.from({ length: 11 }, run));
}
