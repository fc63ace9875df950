import type { AttackSummary } from "../attack/attack-release.ts";
import type { Figure } from "../figures/figure.ts";
import type { DatasetCard, ReleaseContent, SourceRow } from "./release-content.ts";

/** A release that the public may see, held in memory: what every page, download and API answer is made from. */
export type PublishedRelease = Readonly<{
  /** SHA-256 of its manifest: the release's name, and the key under which its pages may be cached for ever. */
  id: string;
  number: number;
  publishedAt: Date;
  signedBy: string;
  content: ReleaseContent;
  /** What was tried to work out what it keeps; null for one that was made before that was done. */
  attack: AttackSummary | null;
  figure: (id: string) => Figure | null;
  dataset: (id: string) => DatasetCard | null;
  /** Rows that a figure's input names; empty where the dataset's rows are not shown. */
  sourceRows: (datasetId: string, observations: readonly number[]) => readonly SourceRow[];
  /** A file of the release, as it was stored: bytes and media type; null where there is none. */
  document: (path: string) => Readonly<{ body: Buffer; mediaType: string; sha256: string }> | null;
  documentPaths: readonly string[];
}>;
