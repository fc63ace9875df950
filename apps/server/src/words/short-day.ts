import { locales } from "@evenspan/domain/figures/figure-words";
import type { Language } from "@evenspan/domain/kernel/text";

/**
 * A moment as the day it was in Chicago, short enough for a table.
 *
 * @example
 * shortDay(new Date("2026-11-20T15:00:00Z"), "es") // => "20 nov 2026"
 */
export const shortDay = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: "medium", timeZone: "America/Chicago" }).format(at);
