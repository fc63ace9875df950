import { readFileSync } from "node:fs";
import { type Finding, finding } from "./finding.ts";
import { repositoryFiles } from "./source-files.ts";

/** What a reader elsewhere could make nothing of. A sign-in session or an issue of a journal is not among it. */
const foreign: readonly (readonly [words: RegExp, what: string])[] = [
  [/(?<![\w.])\/(work|root|home\/\w+|Users\/\w+)\//, "a path of one machine"],
  [
    /\bregistry\.(npmjs\.org|yarnpkg\.com|npmmirror\.com)|\bartifactory\b|\bcodeartifact\b/i,
    "the host of a package registry",
  ],
  [/\bissues? (#\d|show\b)|\b(later|next|previous|earlier) issues?\b/i, "a task of the workplace"],
  [
    /\b(by|in) (a|an|another|the|this) (previous |earlier |later |next )?session of the project\b|\bfiled by a session\b/i,
    "a session of the workplace",
  ],
  [/\b(house|look|stack|anchors|handbook)\.md\b/, "a document that is not in this repository"],
  [/\b(Claude|ChatGPT|Copilot|Anthropic|OpenAI|LLMs?|sub-?agents?)\b/, "who or what wrote it"],
];

/**
 * The lines of a text that speak of the workplace rather than of the project.
 *
 * @example
 * foreignWords("a.ts", "the sign-in session ends\n// see /home/ann/notes")
 * // => ["a.ts:2 speaks of a path of one machine: /home/ann/"]
 */
export function foreignWords(file: string, text: string): string[] {
  return text.split("\n").flatMap((line, index) =>
    foreign.flatMap(([words, what]) => {
      const found = words.exec(line);
      return found ? [`${file}:${index + 1} speaks of ${what}: ${found[0]}`] : [];
    }),
  );
}

/** Reads every text of the repository but the licence, and but this file and its test, which name what they look for. */
export function words(): Finding {
  const files = repositoryFiles().filter(
    (file) => !/^LICENSE$|^tools\/words(\.test)?\.ts$|\.(woff2?|png|ico|xlsx)$/.test(file),
  );
  return finding(
    `words: ${files.length} files`,
    files.flatMap((file) => foreignWords(file, readFileSync(file, "utf8"))),
  );
}
