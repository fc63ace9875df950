import { locales } from "@evenspan/domain/figures/figure-words";
import type { Language } from "@evenspan/domain/kernel/text";

const formats = new Map<string, Intl.DateTimeFormat>();

/** A way to write dates in a language. Making one is dear, and a list needs a hundred dates; each is made once. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, kept);
  return kept;
}
