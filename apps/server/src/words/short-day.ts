import type { Language } from "@evenspan/domain/kernel/text";
import { dateFormat } from "./date-format.ts";

/**
 * A moment as the day it was in Chicago, short enough for a table.
 *
 * @example
 * shortDay(new Date("2026-11-20T15:00:00Z"), "es") // => "20 nov 2026"
 */
export const shortDay = (at: Date, language: Language): string =>
  dateFormat(language, { dateStyle: "medium", timeZone: "America/Chicago" }).format(at);
