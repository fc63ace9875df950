import { execFile } from "node:child_process";
import { boundaries } from "./boundaries.ts";
import { cycles } from "./cycles.ts";
import type { Finding } from "./finding.ts";
import { schemaFresh } from "./schema-fresh.ts";
import { sizes } from "./sizes.ts";
import { words } from "./words.ts";

type Check = () => Finding | Promise<Finding>;

/** A check that is a program of its own; what it prints when it fails are its faults. */
const program =
  (name: string, ...words: string[]): Check =>
  () =>
    new Promise((done) => {
      execFile(process.execPath, words, { encoding: "utf8", maxBuffer: 64e6 }, (failure, out, errors) => {
        const said = `${errors}${out}`.trim();
        const faults = failure ? [said || failure.message] : [];
        done({ faults, summary: `${name}: ${failure ? "faults above" : said.match(/^.*$/m)?.[0] || "no fault"}` });
      });
    });

/** A script of this folder. */
const script = (file: string, ...words: string[]): Check =>
  program(file, "--import", "tsx", `tools/${file}.ts`, ...words);

const checks: Record<string, Check> = {
  types: program("types", "node_modules/tsgo/bin/tsc", "--noEmit", "-p", "."),
  style: program(
    "style",
    "node_modules/@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--diagnostic-level=warn",
  ),
  unused: program("unused", "node_modules/knip/bin/knip.js", "--no-progress", "--no-config-hints"),
  boundaries,
  cycles,
  sizes,
  words,
  docstrings: script("docstrings"),
  methods: script("methods", "--check"),
  schemaFresh,
};

/** Runs the checks that are named, or all: `npm run check -- sizes words`. */
const wanted = process.argv.slice(2);
const chosen = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.includes(name));
let failed = 0;
await Promise.all(
  chosen.map(async ([name, check]) => {
    const { faults, summary } = await Promise.resolve()
      .then(check)
      .catch((reason: Error) => ({
        faults: [reason.stack ?? reason.message],
        summary: `${name}: it could not be done`,
      }));
    if (faults.length > 0) failed++;
    console.log([...faults, `${faults.length > 0 ? "not ok" : "ok"} ${summary}`].join("\n"));
  }),
);
console.log(`${chosen.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
