import type { Language } from "@evenspan/domain/kernel/text";
import { dateFormat } from "./date-format.ts";

/**
 * A moment as the day it was in Chicago.
 *
 * @example
 * dayText(new Date("2026-11-20T15:00:00Z"), "es") // => "20 de noviembre de 2026"
 */
export const dayText = (at: Date, language: Language): string =>
  dateFormat(language, { dateStyle: "long", timeZone: "America/Chicago" }).format(at);
