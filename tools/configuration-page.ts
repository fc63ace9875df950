import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { settings } from "../apps/cli/src/configuration/settings.ts";
import type { Check } from "./program-check.ts";

const page = path.join(import.meta.dirname, "..", "docs", "guide", "configuration.md");

/** The page of all settings, made of what the program itself checks them by. */
export function configurationPage(): string {
  const rows = Object.entries(settings).map(
    ([name, { what, example }]) => `| \`${name}\` | ${what} | \`${example}\` |`,
  );
  return `<!-- Made from apps/cli/src/configuration/settings.ts by tools/configuration-page.ts. Change it there. -->

# Settings

Evenspan needs none to start. What an office sets, it sets in the environment; each value is checked at the start, and each
mistake is told in a sentence, a misspelled name among them.

| Name | What it is | Example |
|---|---|---|
${rows.join("\n")}
`;
}

/** Whether the page tells the settings as they are. */
export const configuration: Check = () => {
  const stale = readFileSync(page, "utf8") !== configurationPage();
  return {
    faults: stale
      ? ["docs/guide/configuration.md is stale: node --import tsx tools/configuration-page.ts --write"]
      : [],
    summary: `configuration: ${Object.keys(settings).length} settings`,
  };
};

if (process.argv.includes("--write")) writeFileSync(page, configurationPage());
