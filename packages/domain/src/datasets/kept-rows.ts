import { doubtOf } from "../grids/doubt.rules.ts";
import { gridWatch } from "../grids/grid.rules.ts";
import { gridInWords } from "../grids/grid-words.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import type { Complaint } from "../kernel/refusal.ts";
import type { Observation } from "../sources/observation.ts";
import type { Grid } from "../sources/source.ts";
import { type Link, linkText, type Outline, observationText, outlineText, rowsHash } from "./row-text.ts";

/** What a dataset will hold, while it comes in: checked, numbered, hashed, and as text for COPY. */
export type KeptRows = Readonly<{
  observe: (read: Omit<Observation, "line">, line: number) => void;
  link: (link: Link) => void;
  outline: (outline: Outline) => void;
  /** Takes the text of the observations that came since it was last taken. */
  takeObservations: () => string;
  /** Complains of what the grid asks for and the file does not have. */
  finish: () => void;
  links: () => readonly string[];
  outlines: () => readonly string[];
  totals: () => Readonly<{ rowsKept: number; doubtful: number; rowsFingerprint: string }>;
}>;

/** Keeps rows of one file. What stands there twice, or is missing in the end, is complained of. */
export function keptRows(grid: Grid, complain: (complaint: Complaint) => void): KeptRows {
  const watch = gridWatch(grid, gridInWords);
  const hash = rowsHash();
  const links = rowsOnce(complain);
  const outlines = rowsOnce(complain);
  let [text, number, doubtful] = ["", 0, 0];
  const observe = (read: Omit<Observation, "line">, line: number): void => {
    mustBeWhole(read);
    const complaint = watch.see(read, line);
    if (complaint) complain(complaint);
    const doubt = read.doubt ?? doubtOf(read.value, read.lower, read.upper);
    if (doubt) doubtful++;
    text += observationText(++number, read, doubt, line);
  };
  const takeObservations = (): string => {
    const taken = text;
    text = "";
    hash.observations.update(taken);
    return taken;
  };
  const finish = (): void => {
    for (const complaint of watch.missing()) complain(complaint);
    for (const row of links.inOrder()) hash.links.update(row);
    for (const row of outlines.inOrder()) hash.outlines.update(row);
  };
  return {
    observe,
    link: (link) => {
      watch.seePlace(link.to);
      links.add(link.line, `${link.from} in ${link.to}`, linkText(link));
    },
    outline: ({ placeId, geometry, line }) => {
      watch.seePlace(placeId);
      outlines.add(line, `the outline of ${placeId}`, outlineText(placeId, canonicalJson(geometry), line));
    },
    takeObservations,
    finish,
    links: links.inOrder,
    outlines: outlines.inOrder,
    totals: () => ({ rowsKept: number + links.size() + outlines.size(), doubtful, rowsFingerprint: hash.digest() }),
  };
}

/** Rows by name, each once; in the order of their lines, and on one line by their text. */
function rowsOnce(complain: (complaint: Complaint) => void) {
  const rows = new Map<string, { line: number; row: string }>();
  const add = (line: number, name: string, row: string): void => {
    const expected = `it once; it stands on line ${rows.get(name)?.line} already`;
    if (rows.has(name)) complain({ line, column: null, found: `${name}, a second time`, expected });
    else rows.set(name, { line, row });
  };
  const inOrder = (): string[] =>
    [...rows.values()].sort((a, b) => a.line - b.line || (a.row < b.row ? -1 : 1)).map(({ row }) => row);
  return { add, inOrder, size: () => rows.size };
}

/** A source that gives less than a whole observation is a bug of ours, and is stopped before it is stored. */
function mustBeWhole({ measure, state, value, lower, upper }: Omit<Observation, "line">): void {
  const numbers = isNumber(value) && isNumber(lower) && isNumber(upper);
  if (!numbers || (state === "shown") !== (value !== null))
    throw new TypeError(`a source gave ${measure} in state ${state} with the value ${value} (${lower} to ${upper})`);
}

const isNumber = (value: number | null): boolean => value === null || Number.isFinite(value);
