import type { Complaint } from "../kernel/refusal.ts";

/** A file as rows: its headings, and then its rows in blocks, so that no file need fit into memory. */
export type FileTable = Readonly<{
  headings: readonly string[];
  /** Other names of the same columns, in the same order, where a format has two for each. */
  fieldNames?: readonly string[];
  /** The line of the headings, the first line being 1. */
  headingLine: number;
  /** Ends early where the file cannot be read on; `complain` has then been told why. */
  blocks: AsyncIterable<readonly FileRow[]>;
  /** Numbers may have a comma before decimals: cells are set apart by semicolons. */
  commaMayBePoint: boolean;
}>;

/** One row: the line of the file on which it begins, and a cell for each heading, as it stands there. */
export type FileRow = Readonly<{ line: number; cells: readonly string[]; geometry?: unknown }>;

/** Where a reader says what is wrong with a file. */
export type Complain = (complaint: Complaint) => void;
