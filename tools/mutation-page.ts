import path from "node:path";
import type { Fate } from "./mutation-run.ts";
import type { Mutant } from "./mutation-sample.ts";
import { fatesOf, mutationScore, toldScore } from "./mutation-score.ts";

type TextOf = (file: string) => string;

/** One run: its seed, day and commit, how many mutants there are in all, and how those of the sample ended. */
export type MutationRun = Readonly<{
  seed: number;
  day: Date;
  commit: string;
  all: number;
  fates: readonly Fate[];
  textOf: TextOf;
}>;

/**
 * The page that tells of a run. Why a mutant survives is written by hand, behind the mutant, and kept from the page as it
 * was; all else comes from the run.
 */
export function mutationPage(run: MutationRun, before: string): string {
  return `${[
    "<!-- Made by tools/mutation.ts, but for the reason behind a survivor: that is written here by hand, and kept. -->",
    "# Mutation",
    "Whether the tests would notice a fault: a mutant is the library with one small change, and it is killed where a test fails on it. `npm run mutation -- --page` makes this page anew, with another `--seed` from another sample.",
    summary(run),
    whatItTells(run),
    "## By folder",
    folders(run.fates),
    "## Survivors",
    "The reason behind each is a reader's judgement of the code, and was not proved; where it says that a test holds the mutant since, that came after this run and does not count in its score.",
    survivors(run, before),
  ].join("\n\n")}\n`;
}

function summary({ seed, day, commit, all, fates }: MutationRun): string {
  const counts = fatesOf(fates.map(({ status }) => status));
  const files = new Set(fates.map(({ mutant }) => mutant.file)).size;
  return [
    `- Day: ${day.toISOString().slice(0, 10)}. Seed: ${seed}. The code is that of commit ${commit}.`,
    `- Sample: ${fates.length} of ${all} mutants, in ${files} files.`,
    `- Killed ${counts.killed}, timed out ${counts.timeout}, survived ${counts.survived}, reached by no test ${counts.noCoverage}, could not be run ${counts.invalid}.`,
    `- Score: **${toldScore(counts)}**, as Stryker counts it: a mutant that never ends counts as noticed, one that no test reaches does not.`,
  ].join("\n");
}

function whatItTells({ fates }: MutationRun): string {
  const counts = fatesOf(fates.map(({ status }) => status));
  const share = (mutationScore(counts) ?? 0) / 100;
  const errorPoints = 196 * Math.sqrt((share * (1 - share)) / (fates.length - counts.invalid));
  return `The sample is drawn without replacement by a seeded generator, from each file in proportion to the mutants it has, and one at least. With this many, the score of all mutants lies within about ${errorPoints.toFixed(1)} points of the score told (95 %); the score of a single folder is far less certain, and of a single file it says nothing. Mutants are single and small: two faults that hide each other, a formula that is wrong from the start, and a case nobody thought of are not among them. Properties run with a fixed seed, and so kill what that seed kills. Time limits are generous, but a busy machine could still call a slow mutant endless.`;
}

function folders(fates: readonly Fate[]): string {
  const names = new Set(fates.map(folderOf));
  const rows = [...names].sort().map((folder) => {
    const counts = fatesOf(fates.filter((fate) => folderOf(fate) === folder).map(({ status }) => status));
    const { killed, timeout, survived, noCoverage } = counts;
    const of = killed + timeout + survived + noCoverage;
    return `| ${folder} | ${of} | ${killed} | ${timeout} | ${survived} | ${noCoverage} | ${toldScore(counts)} |`;
  });
  return [
    "| folder | mutants | killed | timed out | survived | not reached | score |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function survivors({ fates, textOf }: MutationRun, before: string): string {
  const reasons = reasonsIn(before);
  const lines = fates
    .filter(({ status }) => status === "Survived" || status === "NoCoverage")
    .map(({ mutant }) => {
      const shown = shownChange(mutant, textOf);
      const reason = reasons.get(withoutLine(shown));
      return `- \`${shown}\`${reason ? `: ${reason}` : ""}`;
    });
  return lines.sort().join("\n");
}

/** The reasons on a page, by the change they explain, wherever in its file that stands now. */
function reasonsIn(page: string): Map<string, string> {
  const lines = [...page.matchAll(/^- `([^`]+)`: (.+)$/gm)];
  return new Map(lines.map(([, shown, reason]) => [withoutLine(shown!), reason!]));
}

const withoutLine = (shown: string): string => shown.replace(/:\d+ /, " ");

/** The folder under packages/stats/src; files that stand beside the folders are of none. */
const folderOf = ({ mutant }: Fate): string => path.dirname(inSource(mutant.file)).replace(/^\.$/, "of none");

const inSource = (file: string): string => file.replace("packages/stats/src/", "");

/** A mutant in a line: `folder/file.ts:12 a + b → a - b`. */
export const shownChange = (mutant: Mutant, textOf: TextOf): string =>
  `${inSource(mutant.file)}:${mutant.start.line} ${changeOf(mutant, textOf)}`;

function changeOf({ file, start, end, replacement }: Mutant, textOf: TextOf): string {
  const lines = textOf(file)
    .split("\n")
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return `${inFew(lines.join(" "))} → ${inFew(replacement)}`;
}

/** A piece of code in one line of at most sixty characters, without what Markdown would trip over. */
function inFew(code: string): string {
  const line = code.replace(/\s+/g, " ").replaceAll("`", "'").trim();
  return line.length <= 60 ? line : `${line.slice(0, 40)} … ${line.slice(-17)}`;
}
