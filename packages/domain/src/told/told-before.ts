import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import { sha256 } from "../kernel/canonical.ts";
import { type Outcome, refuse } from "../kernel/refusal.ts";
import { type ToldRelease, toldRelease } from "./told-release.ts";

/**
 * Reads what earlier releases told, the oldest first, whether or not they were withdrawn since. A file that a later one of
 * them holds, too, is read there alone: it tells nothing more.
 */
export async function toldBefore(
  db: Kysely<Database>,
  systemId: string,
  releaseIds: readonly string[],
): Promise<Outcome<readonly ToldRelease[]>> {
  const told: ToldRelease[] = [];
  const seen = new Set<string>();
  for (const releaseId of [...releaseIds].reverse()) {
    const files = await filesOf(db, systemId, releaseId, [...seen]);
    for (const { path, sha256: recorded, body } of files) {
      if (sha256(body) !== recorded) return refuse("conflict", "earlier-release-changed", changed(releaseId, path));
      if (path !== "content.json") seen.add(recorded);
    }
    told.unshift(toldRelease(files));
  }
  return told;
}

type File = Readonly<{ path: string; sha256: string; body: Buffer }>;

async function filesOf(
  db: Kysely<Database>,
  systemId: string,
  releaseId: string,
  seen: readonly string[],
): Promise<readonly File[]> {
  const { rows } = await sql<File>`
    select path, sha256, body from release_documents
    where system_id = ${systemId} and release_id = ${releaseId} and sha256 <> all(${seen}::text[])
      and (path in ('content.json', 'figures.ndjson') or path like 'rows/%.csv')`.execute(db);
  return rows;
}

const changed = (releaseId: string, path: string): string =>
  `The file ${path} of the earlier release ${releaseId.slice(0, 8)} is not what was signed, so that nothing can be weighed ` +
  `beside it. Verify that release, and put it back from a backup.`;
