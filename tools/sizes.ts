import { readFileSync } from "node:fs";
import { type Finding, finding } from "./finding.ts";
import { functionSizes } from "./function-sizes.ts";
import { isTestFile, sourceFiles } from "./source-files.ts";

/** A text by its path. */
export type SourceText = Readonly<{ file: string; text: string }>;

type Sized = Readonly<{ name: string; lines: number }>;

const limits = {
  file: { median: 50, p90: 150, most: 300 },
  function: { median: 10, p90: 40, most: 60 },
} as const;

/** Tests to source, in lines of code: at least this. What we aim at is 0.8. */
const leastTests = 0.7;

/**
 * Where the sources are larger than they may be, and how large they are. Tests may be long, where they are tables;
 * they count only in the share of tests.
 */
export function sizeFaults(texts: readonly SourceText[]): { faults: string[]; measured: string } {
  const [tests, sources] = [true, false].map((wanted) => texts.filter(({ file }) => isTestFile(file) === wanted));
  const files = sources!.map(({ file, text }) => ({ name: file, lines: linesIn(text) }));
  const code = sources!.map(({ file, text }) => ({ name: file, lines: codeLinesIn(text) }));
  const functions = sources!.flatMap(({ file, text }) =>
    functionSizes(file, text).map(({ name, line, lines }) => ({ name: `${file}:${line} ${name}`, lines })),
  );
  const share = total(tests!.map(({ text }) => ({ name: "", lines: codeLinesIn(text) }))) / total(code);
  const few =
    share < leastTests ? [`tests are ${share.toFixed(2)} of the source; at least ${leastTests} is wanted`] : [];
  return {
    faults: [
      ...longest("file", files),
      ...typical("file", code),
      ...longest("function", functions),
      ...typical("function", functions),
      ...few,
    ],
    measured: `files ${spread(code)} of code; functions ${spread(functions)}; tests ${share.toFixed(2)} of the source`,
  };
}

function longest(kind: "file" | "function", sized: readonly Sized[]): string[] {
  const { most } = limits[kind];
  return sized
    .filter(({ lines }) => lines > most)
    .map(({ name, lines }) => `${name} has ${lines} lines; ${most} is the most`);
}

function typical(kind: "file" | "function", sized: readonly Sized[]): string[] {
  const { median, p90 } = limits[kind];
  const wanted = [
    ["median", 0.5, median],
    ["90th percentile", 0.9, p90],
  ] as const;
  return wanted.flatMap(([word, share, limit]) => {
    const lines = quantile(sized, share);
    return lines < limit ? [] : [`the ${word} ${kind} has ${lines} lines; it should stay under ${limit}`];
  });
}

/** The smallest size that this share of them does not exceed (nearest rank). */
function quantile(sized: readonly Sized[], share: number): number {
  const lines = sized.map((each) => each.lines).sort((a, b) => a - b);
  return lines[Math.ceil(share * lines.length) - 1] ?? 0;
}

const spread = (sized: readonly Sized[]): string =>
  `${quantile(sized, 0.5)}/${quantile(sized, 0.9)}/${quantile(sized, 1)} lines`;
const total = (sized: readonly Sized[]): number => sized.reduce((sum, { lines }) => sum + lines, 0);
const linesIn = (text: string): number => text.trimEnd().split("\n").length;

/**
 * Lines of code: neither blank nor comment. Every export carries its documentation, which must not make a file look
 * long, nor a library look untested.
 */
export const codeLinesIn = (text: string): number =>
  text
    .replace(/^\s*\/\*\*?[\s\S]*?\*\/\s*$/gm, "")
    .split("\n")
    .filter((line) => !/^\s*(\/\/.*)?$/.test(line)).length;

/** Measures all our sources: median, 90th percentile and largest. */
export function sizes(): Finding {
  const { faults, measured } = sizeFaults(sourceFiles().map((file) => ({ file, text: readFileSync(file, "utf8") })));
  return finding(`sizes: ${measured}`, faults);
}
