import type { Language } from "@evenspan/domain/kernel/text";
import { dateFormat } from "./date-format.ts";

/**
 * A day of the calendar in words: the same day wherever it is read.
 *
 * @example
 * calendarDay("2026-11-20", "es") // => "20 de noviembre de 2026"
 */
export const calendarDay = (day: string, language: Language): string =>
  dateFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
