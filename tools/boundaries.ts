import { type Finding, finding } from "./finding.ts";
import { type Import, type ImportGraph, importGraph } from "./import-graph.ts";
import { isTestFile } from "./source-files.ts";

/** Which files of ours a file may import beside its own package's, and which packages of others (any, unless named). */
type Rule = Readonly<{ of: RegExp; ours: RegExp; others?: RegExp }>;

const nothing = /^$/;

/** Who may import whom. The first row that a file matches decides. */
const rules: readonly Rule[] = [
  { of: /^packages\/stats\//, ours: nothing, others: nothing },
  { of: /^packages\/standards\//, ours: nothing },
  { of: /^packages\/database\//, ours: nothing, others: /^(node:.*|kysely|pg|pg-copy-streams|age-encryption)$/ },
  { of: /^packages\/disclosure-audit\//, ours: /^packages\/stats\//, others: /^highs$/ },
  { of: /\.rules\.ts$/, ours: /^packages\/stats\// },
  { of: /^packages\/domain\//, ours: /^packages\/(stats|standards|database|disclosure-audit)\// },
  { of: /^packages\/reports\//, ours: /^packages\/domain\// },
  { of: /^apps\/server\//, ours: /^packages\/(domain|reports|database)\// },
  // The command line starts the server through the files that are made for it, and seeds the demonstration.
  {
    of: /^apps\/cli\//,
    ours: /^packages\/(domain|reports|database)\/|^apps\/server\/src\/(serve|operations\/observing)\.ts$|^demo\//,
  },
  { of: /^demo\//, ours: /^packages\/(domain|database|stats)\// },
  { of: /^(tools|bench)\//, ours: /^(packages|apps|demo)\// },
];

/** The imports that the rules refuse, in sentences. */
export function boundaryFaults(graph: ImportGraph): string[] {
  const faults: string[] = [];
  for (const [file, imports] of graph) {
    for (const each of imports) {
      const why = refusal(file, each);
      if (why) faults.push(`${file} imports ${each.written}: ${why}`);
    }
    if (/\.rules\.ts$/.test(file)) faults.push(...impurities(graph, file));
  }
  return faults;
}

function refusal(file: string, { written, target }: Import): string | undefined {
  const rule = rules.find(({ of }) => of.test(file));
  if (!rule) return "no rule says what this folder may import";
  const isTest = isTestFile(file);
  if (!isTest && rule !== rules.at(-1) && isForTests(target)) return "that is for tests";
  if (!isOurs(target)) return isTest || (rule.others ?? /./).test(target) ? undefined : "it may not use that package";
  if (packageOf(target) === packageOf(file)) return undefined;
  if (written.startsWith(".") && !/^tools\//.test(file) && /^(packages|apps)\/\w+\/src\//.test(target))
    return "another package is imported by its name";
  return rule.ours.test(target) ? undefined : `it may not know of ${target}`;
}

const isOurs = (target: string): boolean => /^(packages|apps|demo|tools|bench)\//.test(target);
const isForTests = (target: string): boolean => isTestFile(target) || ["vitest", "fast-check"].includes(target);
const packageOf = (file: string): string => /^(packages|apps)\/[^/]+|^[^/]+/.exec(file)?.[0] ?? file;

/**
 * What a rules file would reach at run time and may not: rules are pure, and neither the database nor a clock nor a
 * file is near them. They may know the kernel, each other, statistics, and such nouns as reach nothing more.
 */
function impurities(graph: ImportGraph, file: string): string[] {
  const reached = new Set([file]);
  for (const at of reached)
    for (const { target, isType } of graph.get(at) ?? []) {
      if (isType || reached.has(target) || isPureEnd(target)) continue;
      if (!target.startsWith("packages/domain/")) return [`${file} reaches ${target} by way of ${at}: rules are pure`];
      reached.add(target);
    }
  return [];
}

const isPureEnd = (target: string): boolean => /^packages\/(stats|domain\/src\/kernel)\/|^zod$/.test(target);

/** Holds all our imports to the rules. */
export function boundaries(): Finding {
  const graph = importGraph();
  const imports = [...graph.values()].flat().length;
  return finding(`boundaries: ${graph.size} files, ${imports} imports`, boundaryFaults(graph));
}
