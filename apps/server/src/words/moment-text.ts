import type { Language } from "@evenspan/domain/kernel/text";
import { dateFormat } from "./date-format.ts";

/**
 * A moment as day and time in Chicago.
 *
 * @example
 * momentText(new Date("2026-11-20T15:00:00Z"), "en") // => "Nov 20, 2026, 9:00 AM"
 */
export const momentText = (at: Date, language: Language): string =>
  dateFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: "America/Chicago" })
    .format(at)
    // Which blank stands before AM changes with the version of the platform.
    .replace(/\s(?=[ap]\.?\s?m)/i, "\u00a0");
