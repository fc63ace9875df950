import { asvs } from "./asvs-page.ts";
import { boundaries } from "./boundaries.ts";
import { configuration } from "./configuration-page.ts";
import { cycles } from "./cycles.ts";
import { type Check, programCheck, scriptCheck } from "./program-check.ts";
import { schemaFresh } from "./schema-fresh.ts";
import { sizes } from "./sizes.ts";
import { words } from "./words.ts";

const checks: Record<string, Check> = {
  types: programCheck("types", "node_modules/tsgo/bin/tsc", "--noEmit", "-p", "."),
  style: programCheck(
    "style",
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--diagnostic-level=warn",
  ),
  unused: programCheck("unused", "node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints"),
  boundaries,
  cycles,
  sizes,
  words,
  docstrings: scriptCheck("docstrings"),
  methods: scriptCheck("methods", "--check"),
  access: scriptCheck("access-table"),
  schemaFresh,
  configuration,
  asvs,
};

/** Runs the checks that are named, or all: `npm run check -- sizes words`. */
const wanted = process.argv.slice(2);
const chosen = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name));
let failed = wanted.filter((name) => !(name in checks)).length; // a check that there is not cannot have passed
let passed = 0;
if (failed > 0) console.log(`There are these checks: ${Object.keys(checks).join(" ")}`);
await Promise.all(
  chosen.map(async ([name, check]) => {
    const { faults, summary } = await Promise.resolve()
      .then(check)
      .catch((reason: Error) => ({
        faults: [reason.stack ?? reason.message],
        summary: `${name}: it could not be done`,
      }));
    if (faults.length > 0) failed++;
    else passed++;
    console.log([...faults, `${faults.length > 0 ? "not ok" : "ok"} ${summary}`].join("\n"));
  }),
);
console.log(`${passed} checks passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
