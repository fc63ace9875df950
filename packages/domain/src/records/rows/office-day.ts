/** Where the office is, and by whose clock a day begins and ends. */
const officeTimeZone = "America/Chicago";

const days = new Intl.DateTimeFormat("en-CA", { timeZone: officeTimeZone, dateStyle: "short" });

/**
 * The day that it is in the office, as `YYYY-MM-DD`: what is due today is not late at seven in the evening.
 *
 * @example
 * officeDay(new Date("2026-03-01T02:00:00Z")) // => "2026-02-28"
 */
export const officeDay = (now: Date): string => days.format(now);
