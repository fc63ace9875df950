import { createHash, type Hash } from "node:crypto";
import type { PlaceId } from "../places/place.ts";
import type { Observation } from "../sources/observation.ts";

/** How much of one place lies in another. */
export type Link = Readonly<{ from: PlaceId; to: PlaceId; weight: number; line: number }>;

/** The outline of a place, as a GeoJSON geometry. */
export type Outline = Readonly<{ placeId: PlaceId; geometry: unknown; line: number }>;

/**
 * An observation as one line of text, tab-separated, null as \N: what COPY reads, and what a rows' fingerprint is
 * made of. Numbers stand as ECMAScript writes them, in the fewest digits that give the same number back.
 */
export const observationText = (
  number: number,
  it: Omit<Observation, "doubt" | "line">,
  doubt: string | null,
  line: number,
): string =>
  `${number}\t${it.measure}\t${it.placeId}\t${it.yearFrom}\t${it.yearTo}\t${it.sex}\t${it.ageFrom}\t${orNull(it.ageBelow)}\t${it.cause}\t` +
  `${it.state}\t${orNull(it.value)}\t${orNull(it.lower)}\t${orNull(it.upper)}\t${doubt ?? "\\N"}\t${it.saidBy === undefined ? "\\N" : copyText(it.saidBy)}\t${line}\n`;

/** A text as COPY reads it, on one line. */
const copyText = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (found) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[found]!);

/** A link as one line of text, like an observation. */
export const linkText = ({ from, to, weight, line }: Link): string => `${from}\t${to}\t${weight}\t${line}\n`;

/** An outline as one line of text, like an observation; its geometry as JSON with sorted keys. */
export const outlineText = (placeId: string, geometryJson: string, line: number): string =>
  `${placeId}\t${geometryJson.replaceAll("\\", "\\\\")}\t${line}\n`;

const orNull = (number: number | null): string => (number === null ? "\\N" : String(number));

/** The fingerprint of rows while they pass, kind by kind. */
export type RowsHash = Readonly<{ observations: Hash; links: Hash; outlines: Hash; digest: () => string }>;

/** SHA-256 over three lines: the SHA-256 of all observations, all links and all outlines, each in order. */
export function rowsHash(): RowsHash {
  const [observations, links, outlines] = [createHash("sha256"), createHash("sha256"), createHash("sha256")];
  const digest = (): string => {
    const lines = [observations, links, outlines].map((hash) => `${hash.copy().digest("hex")}\n`);
    return createHash("sha256").update(lines.join("")).digest("hex");
  };
  return { observations, links, outlines, digest };
}
