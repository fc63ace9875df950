import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Every file of the repository that git knows or would take, by its path from the root. */
export const repositoryFiles = (...folders: string[]): string[] =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...folders], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => file !== "" && existsSync(file));

/** The TypeScript that people write: everything but the types made from the database. */
export const sourceFiles = (): string[] =>
  repositoryFiles("packages", "apps", "demo", "tools", "bench").filter(
    (file) => /\.tsx?$/.test(file) && file !== "packages/database/src/schema.ts",
  );

/**
 * Whether a file is a test or stands in for the world in tests.
 *
 * @example
 * isTestFile("packages/stats/src/mortality/gap.test.ts") // => true
 */
export const isTestFile = (file: string): boolean => /\.test\.tsx?$|\/testing\/|\/test\/|\/testing\.ts$/.test(file);
