import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Finding, finding } from "./finding.ts";

const page = "docs/security/asvs.md";

/** How many requirements OWASP ASVS 5.0.0 has at level 1, and at level 2 beside them. */
const inStandard: Readonly<Record<Level, number>> = { "1": 70, "2": 183 };

const answers = ["holds", "does not apply", "not held yet"] as const;

/** The level of a requirement. */
type Level = "1" | "2";

/** What is answered to a requirement. */
type Answer = (typeof answers)[number];

/** A line of the page: a requirement and its answer, with the words behind it. */
type Line = Readonly<{ id: string; level: Level; answer: Answer; words: string }>;

/**
 * The requirements that a page answers, in its order.
 *
 * @example
 * asvsLines("| V1.1.1 | 2 | decoded once | **holds**: `a/b.ts` |")
 * // => [{ id: "V1.1.1", level: "2", answer: "holds", words: ": `a/b.ts`" }]
 */
export const asvsLines = (text: string): Line[] =>
  [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \| ([12]) \| [^|]+ \| \*\*([a-z ]+)\*\*(.*) \|$/gm)].flatMap(
    ([, id, level, said, words]) => {
      const answer = answers.find((one) => one === said);
      return answer ? [{ id: id!, level: level as Level, answer, words: words! }] : [];
    },
  );

/** The table of how many are answered in which way, as it stands at the top of the page. */
export function asvsCounts(lines: readonly Line[]): string {
  const row = (name: string, some: readonly Line[]) => {
    const [one, two] = (["1", "2"] as const).map((level) => some.filter((line) => line.level === level).length);
    return `| ${name} | ${one} | ${two} | ${some.length} |`;
  };
  return [
    "|  | level 1 | level 2 | both |",
    "| --- | --: | --: | --: |",
    ...answers.map((answer) =>
      row(
        answer,
        lines.filter((line) => line.answer === answer),
      ),
    ),
    row("all", lines),
  ].join("\n");
}

const countsTable = /^\| {2}\| level 1 \| level 2 \| both \|\n(?:\|.*\n)+/m;

/** A file or folder of this repository, as it is named between backticks. */
const named =
  /`((?:apps|packages|tools|docs|deploy|demo|bench)\/[^`]*|[^`/]+\/[^`\s]+\.(?:tsx?|md|sql|css)|[A-Z]+\.md)`/g;

/**
 * What is wrong with a page: a path that leads to nothing, a requirement that is missing, answered twice or answered in no
 * known way, one that holds without a file to show it, and counts that are not those of its table.
 *
 * @param exists whether there is a file or folder of this name
 */
export function asvsFaults(text: string, exists: (path: string) => boolean): string[] {
  const lines = asvsLines(text);
  const ids = lines.map(({ id }) => id);
  const begun = [...text.matchAll(/^\| (V\d+\.\d+\.\d+) \|/gm)].map(([, id]) => id!);
  const paths = [...new Set([...text.matchAll(named)].map(([, path]) => path!))];
  const levels = Object.entries(inStandard).map(([level, all]) => {
    const found = lines.filter((line) => line.level === level).length;
    return found === all ? [] : [`${found} requirements of level ${level} are answered, and the standard has ${all}`];
  });
  return [
    ...paths.filter((path) => !exists(path)).map((path) => `there is no ${path}`),
    ...begun.filter((id) => !ids.includes(id)).map((id) => `${id} is not answered as ${answers.join(", or ")}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is answered twice`),
    ...lines
      .filter(({ answer, words }) => answer === "holds" && !words.match(named))
      .map(({ id }) => `${id} is said to hold, and no file shows it`),
    ...levels.flat(),
    ...(text.includes(`${asvsCounts(lines)}\n`) ? [] : ["the counts are not those of the table"]),
  ];
}

/** Whether the answers to OWASP ASVS name files that there are, and are counted as they stand. */
export function asvs(): Finding {
  const text = readFileSync(page, "utf8");
  const faults = asvsFaults(text, existsSync).map(
    (fault) => `${page}: ${fault} (counts: node --import tsx tools/asvs-page.ts --write)`,
  );
  return finding(`asvs: ${asvsLines(text).length} requirements`, faults);
}

if (import.meta.filename === process.argv[1] && process.argv.includes("--write")) {
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace(countsTable, `${asvsCounts(asvsLines(text))}\n`));
}
