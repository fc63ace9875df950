// Makes what others install of packages/stats: one script, its types with their documentation, a licence and a first page.
// Run: npm run build [FOLDER]; without one the package is then packages/stats/dist, and `npm pack` in it gives the file to
// install.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleStats } from "./bundle-stats.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const source = path.join(root, "packages/stats");

/** Builds the package into a folder, which is emptied first. */
export function buildStats(into: string): void {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const compiler = path.join(root, "node_modules/tsgo/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", path.join(source, "tsconfig.build.json"), "--outDir", into]);
  nameScripts(into);
  const manifest = manifestOf(JSON.parse(readFileSync(path.join(source, "package.json"), "utf8")) as Manifest);
  bundleStats(
    path.join(into, "index.js"),
    "*",
    `--banner:js=/*! ${manifest.name} ${manifest.version}, ${manifest.license} */`,
  );
  writeFileSync(path.join(into, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  copyFileSync(path.join(root, "LICENSE"), path.join(into, "LICENSE"));
  copyFileSync(path.join(source, "README.md"), path.join(into, "README.md"));
}

type Manifest = Readonly<Record<"name" | "version" | "license" | "description" | "type", string>> &
  Readonly<{ engines: object; sideEffects: boolean }>;

/** What stands in the package of the workspace, which gives its sources, for one that gives what was built from them. */
function manifestOf({ name, version, license, description, type, engines, sideEffects }: Manifest) {
  const files = ["index.js", "**/*.d.ts"];
  const exports = { ".": { types: "./index.d.ts", default: "./index.js" }, "./package.json": "./package.json" };
  const entry = { main: "./index.js", types: "./index.d.ts" };
  return { name, version, description, license, type, engines, sideEffects, ...entry, exports, files };
}

/**
 * The types that the entry leads to name the scripts that TypeScript looks for, as in any package, where the sources name
 * themselves; types that it does not lead to are of no use to anyone and go.
 */
function nameScripts(into: string): void {
  const kept = new Set<string>();
  const keep = (file: string): void => {
    if (kept.has(file)) return;
    kept.add(file);
    const text = readFileSync(file, "utf8").replace(/(from "\.{1,2}\/[^"]*)\.ts"/g, '$1.js"');
    writeFileSync(file, text);
    for (const [, module] of text.matchAll(/from "(\.{1,2}\/[^"]*)\.js"/g))
      keep(path.join(path.dirname(file), `${module}.d.ts`));
  };
  keep(path.join(into, "index.d.ts"));
  for (const name of readdirSync(into, { recursive: true, encoding: "utf8" })) {
    const file = path.join(into, name);
    if (name.endsWith(".d.ts") && !kept.has(file)) rmSync(file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const into = process.argv[2] ?? path.join(source, "dist");
  buildStats(into);
  console.log(`${path.relative(process.cwd(), into)} holds the package`);
}
