import { officeDay } from "@evenspan/domain/records/rows/office-day";
import type { Translate } from "../messages/translate.ts";

/** How long something has been so, in whole days of the office in Chicago. */
export function sinceText(since: Date, now: Date, t: Translate): string {
  const days = daysBetween(officeDay(since), officeDay(now));
  return days <= 0 ? t("since.today") : t("since.days", { count: days });
}

/** By how many days something is late, or how many are left. */
export function dueText(dueOn: string, now: Date, t: Translate): string {
  const days = daysBetween(officeDay(now), dueOn);
  if (days < 0) return t("due.late", { count: -days });
  return days === 0 ? t("due.today") : t("due.in", { count: days });
}

/**
 * Days from one day to another.
 *
 * @example
 * daysBetween("2026-02-27", "2026-03-02") // => 3
 */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
