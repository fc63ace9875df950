import { randomStream } from "@evenspan/stats";

/** A mutant: one small change at one place of a source file. Lines and columns count from 1; the end is just beyond it. */
export type Mutant = Readonly<{
  file: string;
  start: Readonly<{ line: number; column: number }>;
  end: Readonly<{ line: number; column: number }>;
  kind: string;
  replacement: string;
}>;

/** What sets a mutant apart from all others of the same sources. */
export const mutantKey = ({ file, start, end, kind, replacement }: Mutant): string =>
  `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${kind} ${replacement}`;

/**
 * About so many mutants, drawn without replacement by a seeded generator: of every file the share that the sample has
 * of all mutants, rounded to whole mutants, and one at least. The same mutants, size and seed give the same sample,
 * in whatever order the mutants come.
 */
export function mutantSample(mutants: readonly Mutant[], size: number, seed: number): Mutant[] {
  const stream = randomStream(seed);
  const share = Math.min(1, size / mutants.length);
  return [...mutantsByFile(mutants)].flatMap(([, own]) =>
    drawn(own, Math.max(1, Math.round(own.length * share)), stream.uniform),
  );
}

function mutantsByFile(mutants: readonly Mutant[]): Map<string, Mutant[]> {
  const files = new Map<string, Mutant[]>();
  const keyed = mutants.map((mutant) => ({ mutant, key: mutantKey(mutant) }));
  for (const { mutant } of keyed.sort((a, b) => (a.key < b.key ? -1 : 1)))
    files.set(mutant.file, [...(files.get(mutant.file) ?? []), mutant]);
  return files;
}

/** So many of a list, each set of them as likely as any other: the first places of a shuffle. */
function drawn<T>(list: readonly T[], count: number, uniform: () => number): T[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(Math.floor(uniform() * left.length), 1)[0]!);
}
