import type { AttackSummary } from "../attack/attack-release.ts";
import { indicators } from "../indicators/indicators.ts";
import { canonicalJson, sha256 } from "../kernel/canonical.ts";
import { publicationRules } from "../publication/publication.rules.ts";
import type { ReleaseInputs } from "../releases/release-inputs.ts";
import { type ReleaseDocument, releaseDocument } from "./release-document.ts";

/** What a release is: its inputs, the versions of what made it, and its files by hash. */
export type Manifest = Readonly<{
  format: "evenspan-release/1";
  inputs: ReleaseInputs;
  indicators: readonly Readonly<{ key: string; version: number }>[];
  publicationRules: typeof publicationRules;
  /** What was tried against it, and that nothing came of it. */
  attack: AttackSummary;
  documents: readonly Readonly<{ path: string; mediaType: string; sha256: string; bytes: number }>[];
}>;

/** A release whole: its name (the SHA-256 of its manifest) and all of its files, the manifest last. */
export type BuiltRelease = Readonly<{ id: string; manifest: Manifest; documents: readonly ReleaseDocument[] }>;

/** Puts the manifest to the files of a release, and names it. */
export function named(
  inputs: ReleaseInputs,
  documents: readonly ReleaseDocument[],
  attack: AttackSummary,
): BuiltRelease {
  const manifest: Manifest = {
    format: "evenspan-release/1",
    inputs,
    indicators: indicators.map(({ key, version }) => ({ key, version })),
    publicationRules,
    attack,
    documents: documents.map(({ path, mediaType, sha256, body }) => ({ path, mediaType, sha256, bytes: body.length })),
  };
  const file = releaseDocument("manifest.json", "application/json", canonicalJson(manifest));
  return { id: sha256(file.body), manifest, documents: [...documents, file] };
}
