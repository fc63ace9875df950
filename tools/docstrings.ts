// Holds docstrings to their word. Every function that packages/stats offers says its formula, units, refusals,
// references and what it was checked against, and every example gives what it shows; elsewhere every export has a
// docstring, and examples with `// =>` are run. Run: npx tsx tools/docstrings.ts
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import {
  type Documented,
  documentedExports,
  type Example,
  entryNames,
  sectionNames,
  sourceFiles,
} from "./docstring.ts";
import { shownDifference } from "./shown-value.ts";

/** What a run over the packages found. */
export type DocstringFindings = { exports: number; examples: number; complaints: string[] };

/** Packages whose every export needs a docstring; those with an entry to hold to the sections name it. */
export const documentedPackages: readonly Readonly<{ folder: string; entry?: string }>[] = [
  { folder: "packages/stats/src", entry: "packages/stats/src/index.ts" },
  { folder: "packages/domain/src" },
  { folder: "packages/database/src" },
  { folder: "packages/disclosure-audit/src" },
  { folder: "packages/standards/src" },
];

/** Checks one package below a root folder. */
export async function checkDocstrings(
  root: string,
  { folder, entry }: Readonly<{ folder: string; entry?: string }>,
): Promise<DocstringFindings> {
  const findings: DocstringFindings = { exports: 0, examples: 0, complaints: [] };
  const offered = entry === undefined ? new Set<string>() : entryNames(path.join(root, entry));
  const names = entry === undefined ? {} : await load(path.join(root, entry));
  for (const file of existsSync(path.join(root, folder)) ? sourceFiles(path.join(root, folder)) : []) {
    for (const one of documentedExports(file)) {
      findings.exports++;
      const where = `${path.relative(root, file)} ${one.name}`;
      findings.complaints.push(...sectionComplaints(one, offered).map((complaint) => `${where} ${complaint}`));
      await runExamples(one, names, where, findings);
    }
  }
  return findings;
}

function sectionComplaints(one: Documented, offered: ReadonlySet<string>): string[] {
  if (one.text === undefined) return ["has no docstring"];
  if (one.kind !== "function" || !offered.has(one.name)) return [];
  const missing = sectionNames.filter((name) => !one.sections.get(name)).map((name) => `does not say: ${name}.`);
  if (!one.examples.some((example) => example.gives)) missing.push("has no example with its result");
  return missing;
}

async function runExamples(one: Documented, names: object, where: string, findings: DocstringFindings): Promise<void> {
  const runnable = one.examples.filter((example) => example.gives !== undefined);
  if (runnable.length === 0) return;
  const scope = { ...names, ...(await load(one.file)) };
  for (const example of runnable) {
    findings.examples++;
    const complaint = exampleComplaint(example, scope);
    if (complaint !== undefined) findings.complaints.push(`${where}, example ${brief(example.code)}: ${complaint}`);
  }
}

function exampleComplaint({ code, gives = "" }: Example, scope: object): string | undefined {
  try {
    const run = new Function(...Object.keys(scope), returning(code));
    return shownDifference(run(...Object.values(scope)), gives);
  } catch (error) {
    return `fails: ${error instanceof Error ? error.message : error}`;
  }
}

/** The code as a function body that returns its last expression. */
function returning(code: string): string {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const tree = ts.createSourceFile("example.js", outputText, ts.ScriptTarget.Latest, true);
  const last = tree.statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) {
    return `return (${code})`;
  }
  return `${outputText.slice(0, last.getStart())} return (${last.expression.getText()});`;
}

async function load(file: string): Promise<object> {
  return await import(pathToFileURL(file).href);
}

function brief(code: string): string {
  const line = code.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
  const all = await Promise.all(documentedPackages.map((one) => checkDocstrings(root, one)));
  const complaints = all.flatMap((one) => one.complaints);
  for (const complaint of complaints) console.error(complaint);
  const count = (key: "exports" | "examples") => all.reduce((sum, one) => sum + one[key], 0);
  console.log(
    `docstrings: ${count("exports")} exports, ${count("examples")} examples run, ${complaints.length} complaints`,
  );
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
