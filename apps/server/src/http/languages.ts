import type { Language } from "@evenspan/domain/kernel/text";

/** The languages of the pages, the first one for those who ask for none of them. */
export const languages: readonly Language[] = ["en", "es"];

/**
 * The language that a browser asks for, by the weights of its Accept-Language header (RFC 9110, section 12.5.4).
 * What cannot be read is passed over.
 *
 * @example
 * preferredLanguage("de, es-MX;q=0.9, en;q=0.8") // => "es"
 * @example
 * preferredLanguage(null) // => "en"
 */
export function preferredLanguage(header: string | null | undefined): Language {
  const wishes = (header ?? "").slice(0, 500).split(",").map(wish);
  const best = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return best.map(({ tag }) => languages.find((one) => one === tag)).find((one) => one !== undefined) ?? languages[0]!;
}

function wish(part: string): Readonly<{ tag: string; weight: number }> {
  const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
  const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
  return { tag: range.split("-")[0]!.trim(), weight: quality === undefined ? 1 : Number(quality) };
}

/**
 * Whether a word is one of the languages.
 *
 * @example
 * isLanguage("es") // => true
 */
export const isLanguage = (word: string | undefined): word is Language => languages.some((one) => one === word);
