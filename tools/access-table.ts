import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { accessPage } from "@evenspan/domain/access/access-page";
import { type AnyCommand, accessTable, everyCommand } from "@evenspan/domain/access/access-table";
import { type Finding, finding } from "./finding.ts";
import { isTestFile, sourceFiles } from "./source-files.ts";

const page = "docs/access.table.md";

/** A command or query that a file exports. */
export type Declared = Readonly<{ file: string; exported: string; command: unknown }>;

/**
 * The names under which a file exports commands and queries.
 *
 * @example
 * declaredIn("export const a = command({});\nconst b = query('read', {});") // => ["a"]
 */
export const declaredIn = (text: string): string[] =>
  [...text.matchAll(/^export const (\w+)[^=\n]*=\s*(?:command|query)\b/gm)].map(([, name]) => name!);

/** What the registry lacks of what is declared, and which names are used twice, in sentences. */
export function registryFaults(declared: readonly Declared[], registry: readonly AnyCommand[]): string[] {
  const listed = new Set<unknown>(registry);
  const names = registry.map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...declared
      .filter(({ command }) => !listed.has(command))
      .map(
        ({ file, exported }) =>
          `${file} exports ${exported}, which packages/domain/src/access/access-table.ts does not list`,
      ),
    ...twice.map((name) => `two commands go by the name ${name}`),
  ];
}

async function allDeclared(): Promise<Declared[]> {
  const files = sourceFiles().filter((file) => file.startsWith("packages/domain/src/") && !isTestFile(file));
  const found = files.map(async (file) => {
    const names = declaredIn(readFileSync(file, "utf8"));
    if (names.length === 0) return [];
    const module: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href);
    return names.map((exported) => ({ file, exported, command: module[exported] }));
  });
  return (await Promise.all(found)).flat();
}

/** Holds the registry to the commands that there are, and the printed table to the registry. */
export async function accessFinding({ write = false } = {}): Promise<Finding> {
  const printed = accessPage(accessTable);
  if (write) writeFileSync(page, printed);
  const isStale = !existsSync(page) || readFileSync(page, "utf8") !== printed;
  const stale = isStale
    ? [`${page} is not what the commands say: run node --import tsx tools/access-table.ts --write`]
    : [];
  const faults = [...registryFaults(await allDeclared(), everyCommand), ...stale];
  return finding(`access: ${everyCommand.length} commands and queries`, faults);
}

if (import.meta.filename === process.argv[1]) {
  const { faults, summary } = await accessFinding({ write: process.argv.includes("--write") });
  for (const fault of faults) console.error(fault);
  console.log(summary);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
