import { sha256 } from "../kernel/canonical.ts";

/** A file of a release: its path within it, its media type and its bytes. */
export type ReleaseDocument = Readonly<{ path: string; mediaType: string; sha256: string; body: Buffer }>;

/** A file of a release from its text. */
export function releaseDocument(path: string, mediaType: string, text: string): ReleaseDocument {
  const body = Buffer.from(text, "utf8");
  return { path, mediaType, sha256: sha256(body), body };
}
