// Runs before `npm start` and `npm test`, so that a fresh clone needs no third command.
// Plain JavaScript with no import from node_modules: it is what makes node_modules.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const lock = "package-lock.json";
const installed = "node_modules/.package-lock.json";

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log("Installing what Evenspan needs (once, some minutes on a slow line)…");
  const npm = spawnSync("npm", ["install", "--no-audit", "--no-fund"], { stdio: "inherit" });
  process.exitCode = npm.status ?? 1;
}
