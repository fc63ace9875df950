import type { LinkedEntry } from "./linked-entries.ts";
import type { Removals } from "./removals.ts";
import { linkHash, linkTo } from "./seal-audit.ts";

/** Something in the audit that is not as it was written. `seq` is the link where it shows; null for the chain as a whole. */
export type AuditFault = Readonly<{
  seq: number | null;
  code: "links-missing" | "link-changed" | "entry-changed" | "entry-gone" | "entry-unlinked" | "head-unknown";
  message: string;
}>;

/**
 * What is wrong with a link, in the order in which it would be looked for: links missing before it, its own hash, its entry.
 *
 * @param before the seq and the hash of the link before it
 */
export function linkFaults(
  it: LinkedEntry,
  before: Readonly<{ seq: number; hash: string }>,
  wasRemoved: Removals,
): readonly AuditFault[] {
  const { seq, link, hash } = it;
  const first = before.seq + 1;
  // Whether a link follows from one that is not there cannot be told, and is not the fault.
  const own = entryFaults(it, wasRemoved);
  if (seq !== first) return [missing(first, seq - 1), ...own];
  return hash === linkHash(before.hash, link) ? own : [changedLink(seq), ...own];
}

function entryFaults({ seq, link, entry }: LinkedEntry, wasRemoved: Removals): readonly AuditFault[] {
  if (!entry) return wasRemoved(seq, link) ? [] : [gone(seq)];
  const now = linkTo(entry);
  const isSame = now.entry_hash === link.entry_hash && now.at.getTime() === link.at.getTime();
  return isSame ? [] : [changedEntry(seq, `${entry.name}`, entry.at)];
}

const missing = (from: number, to: number): AuditFault => ({
  ...{ seq: from, code: "links-missing" },
  message: from === to ? `Link ${from} of the chain is missing.` : `Links ${from} to ${to} of the chain are missing.`,
});

const changedLink = (seq: number): AuditFault => ({
  ...{ seq, code: "link-changed" },
  message: `Link ${seq} does not follow from the one before it: a link was changed, moved or put in.`,
});

const changedEntry = (seq: number, name: string, at: Date): AuditFault => ({
  ...{ seq, code: "entry-changed" },
  message: `The entry of link ${seq} (${name}, ${at.toISOString()}) is not the one that was joined: it was changed or exchanged.`,
});

const gone = (seq: number): AuditFault => ({
  ...{ seq, code: "entry-gone" },
  message: `The entry of link ${seq} is gone, and no removal by the rule of retention names it.`,
});

/** An entry that is in no link and does not wait for one. `after` is the link that it would follow by its moment. */
export const unlinked = (name: string, at: Date, after: number): AuditFault => ({
  ...{ seq: after, code: "entry-unlinked" },
  message: `The entry ${name} of ${at.toISOString()} is in no link: it was put in past the chain, after link ${after} by its moment.`,
});

/** A head that was kept elsewhere and is in no link now. */
export const unknownHead = (head: string): AuditFault => ({
  ...{ seq: null, code: "head-unknown" },
  message: `The head that was kept, ${head}, is in no link: links were cut off, or made anew.`,
});
