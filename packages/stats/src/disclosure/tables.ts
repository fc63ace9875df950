/** A cell of a table: what it counts, by name, and its true count. Names are shared: one name is one cell everywhere. */
export type Cell = Readonly<{
  id: string;
  /** A whole number of people or events, zero or more. */
  count: number;
  /** False where the cell exists but is never published: it lends the tables their structure, and is guarded too. */
  published?: boolean;
}>;

/** A total and the parts it is the sum of. Everything an outsider may add or subtract must be written as one of these. */
export type Relation = Readonly<{ total: string; parts: readonly string[] }>;

/** A figure made from cells and published rounded: an outsider works the cells out of it again. */
export type Derived = Readonly<{
  id: string;
  /** Decimals it is published with. */
  decimals: number;
}> &
  (
    | Readonly<{ kind: "linear"; terms: readonly Readonly<{ cell: string; weight: number }>[] }>
    | Readonly<{ kind: "ratio"; numerator: string; denominator: string; per: number }>
  );

/** Cells and relations in so many words. */
export type CellTable = Readonly<{
  cells: readonly Cell[];
  relations: readonly Relation[];
  derived?: readonly Derived[];
}>;

/** A variable with its tree of codes: `parents[i]` is the index of the code that code i is part of, −1 for the whole. */
export type Dimension = Readonly<{ name: string; codes: readonly string[]; parents: ArrayLike<number> }>;

/**
 * A table over all combinations of its dimensions' codes, totals included. Tables of one subject that share dimensions
 * are linked: a cell is named by its subject and by the codes that are not the whole, wherever it stands.
 */
export type CrossTable = Readonly<{
  subject: string;
  dimensions: readonly Dimension[];
  /** True counts, the last dimension running fastest. */
  counts: ArrayLike<number>;
  /** False for a table that is never published but whose parts the published ones are made of. */
  published?: boolean;
  derived?: readonly Derived[];
}>;

/** Either way to give a table. */
export type Table = CellTable | CrossTable;

/** What an earlier release held, and what of it was withheld then. */
export type PastRelease = Readonly<{
  name: string;
  tables: readonly Table[];
  /** Ids of the cells, and of the derived figures, that were not shown. */
  withheld: ReadonlySet<string>;
}>;

/** Whether a table is given by its dimensions. */
export const isCrossTable = (table: Table): table is CrossTable => "dimensions" in table;
