/** What a check found: its faults, a sentence each, and one line that sums it up. */
export type Finding = Readonly<{ faults: readonly string[]; summary: string }>;

/** A finding, with a summary that begins with what was looked at. */
export const finding = (lookedAt: string, faults: readonly string[]): Finding => ({
  faults,
  summary: `${lookedAt}, ${faults.length === 1 ? "1 fault" : `${faults.length} faults`}`,
});
