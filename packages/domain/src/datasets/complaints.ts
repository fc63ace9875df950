import type { Complaint, Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";

/** The most complaints that are told about one file. */
const mostComplaints = 100;

/** Gathers what is wrong with a file. */
export type Complaints = Readonly<{
  add: (complaint: Complaint) => void;
  count: () => number;
  /** The first ones, by line. */
  first: () => readonly Complaint[];
}>;

/** An empty list of complaints: it counts all, and keeps the first hundred that come. */
export function gatherComplaints(): Complaints {
  const kept: Complaint[] = [];
  let count = 0;
  const add = (complaint: Complaint): void => {
    count++;
    if (kept.length < mostComplaints) kept.push(complaint);
  };
  return { add, count: () => count, first: () => kept.toSorted((a, b) => a.line - b.line) };
}

/**
 * The text of a cell as a complaint shows it.
 *
 * @example
 * foundText("-3") // => "“-3”"
 * @example
 * foundText("") // => "a blank cell"
 */
export const foundText = (text: string): string =>
  text === "" ? "a blank cell" : `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** One complaint as a sentence. */
const complaintText = ({ line, column, found, expected }: Complaint): string =>
  `line ${line}${column === null ? "" : `, ${column}`}: found ${found}; expected ${expected}`;

/** The refusal of a file, with what is wrong in it. */
export function refuseFile(fileName: string, complaints: Complaints): Refusal {
  const first = complaints.first();
  const more = complaints.count() - 1;
  const rest = more > 0 ? ` And ${more} more.` : "";
  const message = `“${fileName}” was not loaded, and nothing was stored. ${upper(complaintText(first[0]!))}.${rest}`;
  return { ...refuse("invalid", "file-refused", message), complaints: first };
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
