import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where the browser is; Debian's Chromium where nothing else is said. */
const program = process.env.EVENSPAN_CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is none here; then what a person sees is not looked at, and the run says so. */
export const browserAbsent = !existsSync(program);
if (browserAbsent) console.warn(`There is no browser at ${program}: what a person sees was not looked at.`);

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser without a window. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: program, args: flags });

/** Good practice beyond the standard: regions have names of their own, and headings skip no level. */
const rules = { "landmark-unique": { enabled: true }, "heading-order": { enabled: true } };
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What keeps a page from meeting WCAG 2.2 AA, in sentences; none where it does. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // What looks for faults is a script itself; the pages have none, and their policy lets none run.
  const axe = new AxeBuilder({ page }).options({ rules }).withTags(standards).setLegacyMode();
  const { violations } = await axe.analyze();
  const path = new URL(page.url()).pathname;
  return violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
