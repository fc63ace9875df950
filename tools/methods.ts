// Makes docs/methods out of the docstrings of packages/stats: a page a function and an index, and, where the oracles are
// at hand, the table of agreement. Run: npx tsx tools/methods.ts; with --check it writes nothing and fails where a page
// is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { agreementTable } from "../packages/stats/test/oracles/agreement-table.ts";
import { runOracles } from "../packages/stats/test/oracles/run.ts";
import { type Documented, documentedExports, entryNames, sectionNames, sourceFiles } from "./docstring.ts";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = path.join(root, "docs", "methods");
const notice = (from: string) => `<!-- Made from ${from} by tools/methods.ts. Change it there. -->`;

/** The page of one function. */
export function methodPage(one: Documented): string {
  const file = path.relative(root, one.file);
  const parts = [notice(file), `# ${one.name}`, prose(one.summary), `Source: \`${file}\`.`];
  for (const name of sectionNames) parts.push(`## ${name}`, prose(one.sections.get(name) ?? ""));
  parts.push(one.examples.length > 1 ? "## Examples" : "## Example");
  for (const { code, gives } of one.examples) parts.push(`\`\`\`ts\n${code}${gives ? `\n// => ${gives}` : ""}\n\`\`\``);
  return `${parts.join("\n\n")}\n`;
}

/** Text in which no star, underscore or angle bracket is taken for Markdown. */
function prose(text: string): string {
  return text.replace(/[*_<]/g, "\\$&");
}

/** The name of a function's page. */
export function pageName(functionName: string): string {
  return `${functionName.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()}.md`;
}

function indexPage(functions: readonly Documented[]): string {
  const parts = [
    notice("packages/stats"),
    "# Methods",
    "Every function of `@evenspan/stats`, with its formula, its refusals and what it was checked against. [agreement.md](agreement.md) shows how closely it agrees with other implementations. [mutation.md](mutation.md) tells how many small faults its tests would notice, and [speed.md](speed.md) how fast it is beside others.",
  ];
  const groups = new Map<string, Documented[]>();
  for (const one of functions) {
    const group = path.basename(path.dirname(one.file));
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  for (const [group, members] of groups) {
    parts.push(`## ${group === "src" ? "answers" : group}`);
    parts.push(
      members.map((one) => `- [${one.name}](${pageName(one.name)}): ${prose(firstSentence(one.summary))}`).join("\n"),
    );
  }
  return `${parts.join("\n\n")}\n`;
}

function firstSentence(summary: string): string {
  return /^.*?[.:](?=\s|$)/.exec(summary)?.[0].replace(/:$/, ".") ?? summary;
}

/** All pages by name; the table of agreement only where the oracles are. */
export function methodPages(): Map<string, string> {
  const offered = entryNames(path.join(root, "packages/stats/src/index.ts"));
  const functions = sourceFiles(path.join(root, "packages/stats/src"))
    .flatMap(documentedExports)
    .filter((one) => one.kind === "function" && offered.has(one.name))
    .sort((a, b) => a.file.localeCompare(b.file));
  const pages = new Map(functions.map((one) => [pageName(one.name), methodPage(one)]));
  pages.set("README.md", indexPage(functions));
  const rows = runOracles();
  if (rows.length > 0) {
    const intro = "Each case of each oracle, run through this library. A method not yet built counts as nothing.";
    pages.set(
      "agreement.md",
      `${notice("packages/stats/test/oracles")}\n\n# Agreement\n\n${intro}\n\n${agreementTable(rows)}\n`,
    );
  }
  return pages;
}

/** Names of pages that are missing, differ, or belong to no function any more. */
export function stalePages(pages: ReadonlyMap<string, string>): string[] {
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md")) : [];
  const orphans = there.filter(
    (name) => !pages.has(name) && !["agreement.md", "mutation.md", "speed.md"].includes(name),
  );
  const differing = [...pages].filter(
    ([name, text]) => !there.includes(name) || readFileSync(path.join(folder, name), "utf8") !== text,
  );
  return [...differing.map(([name]) => name), ...orphans].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pages = methodPages();
  const stale = stalePages(pages);
  const check = process.argv.includes("--check");
  if (check) for (const name of stale) console.error(`docs/methods/${name} is stale: run npx tsx tools/methods.ts`);
  else {
    mkdirSync(folder, { recursive: true });
    for (const name of stale) {
      const text = pages.get(name);
      if (text === undefined) rmSync(path.join(folder, name));
      else writeFileSync(path.join(folder, name), text);
    }
  }
  console.log(`methods: ${pages.size} pages, ${stale.length} ${check ? "stale" : "written"}`);
  process.exitCode = check && stale.length > 0 ? 1 : 0;
}
