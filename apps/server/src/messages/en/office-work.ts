/** The work of the office: the worklist, records, search. */
export const officeWork = {
  "worklist.title": "Your worklist",
} as const;
