import type { Telling } from "@evenspan/disclosure-audit/systems";
import type { PublishedCells } from "@evenspan/stats";
import type { Count, Time } from "../told/counts-told.ts";

type Table = Readonly<{
  cells: Map<string, PublishedCells["cells"][number]>;
  relations: PublishedCells["relations"][number][];
  figures: PublishedCells["figures"][number][];
}>;

/** Gathers the two tables of a record: what is told today, and what was told before. */
export class RecordTables {
  readonly #counts: ReadonlyMap<string, Count>;
  readonly #tables: Readonly<Record<Time, Table>> = { today: emptyTable(), before: emptyTable() };

  constructor(counts: ReadonlyMap<string, Count>) {
    this.#counts = counts;
  }

  /** Whether a reader does not know the number of a count. */
  isUnseen = (id: string): boolean => (this.#counts.get(id)?.count ?? null) === null;

  /** A sum is today's where something is told today of all that it rests on. */
  timeOf = (ids: readonly string[]): Time =>
    ids.every((id) => this.#counts.get(id)?.seen.has("today") ?? true) ? "today" : "before";

  /** Adds a sum; `known` are numbers that no count of the release has. */
  addSum(time: Time, total: string, parts: readonly string[], known: ReadonlyMap<string, number> = new Map()): void {
    for (const id of [total, ...parts]) this.addCell(time, id, known.get(id));
    this.#tables[time].relations.push({ total, parts });
  }

  /** Adds a rate per 100,000 of one count over another. */
  addRate(
    time: Time,
    rate: Readonly<{ numerator: string; denominator: string; per100k: number; decimals: number }>,
  ): void {
    const { numerator, denominator, per100k, decimals } = rate;
    for (const id of [numerator, denominator]) this.addCell(time, id);
    const figure = { id: `${numerator} over ${denominator}`, decimals, numerator, denominator, per: 100_000 };
    this.#tables[time].figures.push({ ...figure, kind: "ratio", value: per100k });
  }

  /** Adds a cell, with its number where one was told at the time or earlier. */
  addCell(time: Time, id: string, known?: number): void {
    const told = this.#counts.get(id);
    const times: readonly Time[] = known === undefined && told?.count != null ? [...told.told] : [time];
    const count = known ?? told?.count ?? undefined;
    for (const at of times) this.#tables[at].cells.set(id, count === undefined ? { id } : { id, count });
    if (!times.includes(time) && !this.#tables[time].cells.has(id)) this.#tables[time].cells.set(id, { id });
  }

  /** The tables as an attack takes them. */
  telling(): Telling {
    const { today, before } = this.#tables;
    return { today: closed(today), before: closed(before) };
  }
}

const emptyTable = (): Table => ({ cells: new Map(), relations: [], figures: [] });

const closed = ({ cells, ...rest }: Table): PublishedCells => ({ cells: [...cells.values()], ...rest });
