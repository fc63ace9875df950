import { readFileSync } from "node:fs";

/** Files in the order in which they stand in the style sheet. */
const files = ["tokens", "base", "layout", "figure", "line", "map", "table"] as const;

const officeFiles = ["office", "office-forms", "office-lists", "office-work", "office-design"] as const;

const textOf = (names: readonly string[]): string =>
  names.map((name) => readFileSync(new URL(`./${name}.css`, import.meta.url), "utf8")).join("\n");

/**
 * The one style sheet of all pages, with the address of its font put in and what only its writers read taken out.
 *
 * @param fontAddress where the font is served
 */
export function stylesheet(fontAddress: string): string {
  return squeezed(textOf(files)).replace('"FONT"', `"${fontAddress}"`);
}

/** What the office's pages need beside the style of all pages: denser lists, forms, the worklist. */
export const officeStylesheet = (): string => squeezed(textOf(officeFiles));

/**
 * Style without comments and needless blanks.
 *
 * @example
 * squeezed("a {\n  color: red;\n}") // => "a{color:red}"
 */
export const squeezed = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .trim();
