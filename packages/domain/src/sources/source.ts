import type { Text } from "../kernel/text.ts";
import type { Gazetteer } from "../places/gazetteer.ts";
import type { PlaceId } from "../places/place.ts";
import type { Observation } from "./observation.ts";

/**
 * A kind of file that Evenspan reads. One `.source.ts` file each; adding one touches that file and its test.
 *
 * A source says where its files come from, what columns they have, what they must cover (the grid), and what
 * it means when something is absent; `read` turns one row into observations, links or outlines, or complains.
 */
export type Source = Readonly<{
  key: string;
  /** Goes up when `read` changes what a file means; the same file read by a new version is a new dataset. */
  version: number;
  title: Text;
  /** Who publishes such files; null where each office fills its own, and is then named itself. */
  publisher: string | null;
  /** The publisher's own name or number for the data set, such as qjr3-bm53; "" where it has none. */
  dataSet: string;
  licence: Text;
  /** Where a person can find it. */
  homepage: string;
  /** The address that `evenspan fetch` asks, where the publisher offers the file on a network. */
  download: string | null;
  origin: "published" | "reported" | "office";
  format: "table" | "geojson" | "wonder";
  /** Rows stand for single people: only their counts are kept, and no row is ever shown. */
  onePersonARow: boolean;
  columns: readonly Column[];
  /** Rows that show how the file is filled in, by column key; where anyone may fill one in. */
  examples?: readonly Readonly<Record<string, string>>[];
  grid: Grid;
  read: (row: Row, out: Reading, gazetteer: Gazetteer) => void;
  /** What must hold between rows, asked once all of them are read: totals and their parts, rows that must be there. */
  check?: (observations: readonly Observation[], complainOf: ComplainOf) => void;
}>;

/** Refuses the file for what stands on one line, in the column with this key (null: no single one). */
export type ComplainOf = (line: number, columnKey: string | null, found: string, expected: string) => void;

/** A column that a source reads: its key in our words, and the headings that publishers give it. */
export type Column = Readonly<{
  key: string;
  /** Accepted headings; compared without case, outer blanks, and with -, _ and blanks alike. */
  headings: readonly string[];
  /** A file without it is refused. */
  required: boolean;
  /** What to write there, where anyone may fill in the file. */
  says?: Text;
}>;

/** One row: its line in the file, and the cells of the declared columns, trimmed ("" where blank or absent). */
export type Row = Readonly<{ line: number; cell: (columnKey: string) => string; geometry?: unknown }>;

/** Where `read` puts what a row says. */
export type Reading = Readonly<{
  observe: (observation: Omit<Observation, "line">) => void;
  link: (link: Readonly<{ from: PlaceId; to: PlaceId; weight: number }>) => void;
  outline: (outline: Readonly<{ placeId: PlaceId; geometry: unknown }>) => void;
  /** The file is refused; up to 100 complaints are gathered first. */
  complain: (columnKey: string | null, found: string, expected: string) => void;
}>;

/** What a file must cover, and what absence means. Checked by the loader once all rows are read. */
export type Grid = Readonly<{
  /** Each of these places must occur; `as-found` where any may. */
  places: readonly PlaceId[] | "as-found";
  /**
   * - `refused`: within a measure and cause, each place that occurs has every period, sex and age band that any has,
   *   and its age bands leave no gap and do not overlap; else the file is refused.
   * - `missing`: what is absent is not known.
   * - `zero`: what is absent within the places and years that occur was counted and is none.
   */
  absence: "refused" | "missing" | "zero";
  /** The same in words, for people. */
  says: Text;
}>;
