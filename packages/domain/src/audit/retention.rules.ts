/** How long entries of the audit are kept, from when that rule holds, and whose rule it is. */
export type RetentionRule = Readonly<{ inForceOn: string; keepYears: number; source: string }>;

/**
 * The rules, the oldest first. HIPAA does not say in so many words that an audit log is among the records it means;
 * NIST SP 800-66 reads it so, and an office that keeps its log for six years is right on both readings.
 */
export const retentionRules: readonly RetentionRule[] = [
  {
    inForceOn: "2005-04-20",
    keepYears: 6,
    source: "45 CFR 164.316(b)(2)(i), 68 FR 8334 (compliance from 2005-04-20): six years from when it was made",
  },
];

/**
 * The rule in force at a moment; before the first, the first.
 *
 * @example
 * retentionAt(new Date("2026-01-02")).keepYears // => 6
 */
export const retentionAt = (at: Date): RetentionRule =>
  retentionRules.findLast(({ inForceOn }) => inForceOn <= at.toISOString().slice(0, 10)) ?? retentionRules[0]!;

/**
 * So many years before a moment (UTC): what is older than that may be removed. A leap day becomes the 28th, for a day too
 * long is no fault, and a day too short is one.
 *
 * @example
 * yearsBefore(new Date("2024-02-29T12:00:00Z"), 6).toISOString() // => "2018-02-28T12:00:00.000Z"
 */
export function yearsBefore(at: Date, years: number): Date {
  const before = new Date(at);
  before.setUTCFullYear(at.getUTCFullYear() - years);
  if (before.getUTCMonth() !== at.getUTCMonth()) before.setUTCDate(0);
  return before;
}
