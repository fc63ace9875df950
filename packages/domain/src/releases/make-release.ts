import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { attackRelease } from "../attack/attack-release.ts";
import { releaseDocuments } from "../documents/documents.ts";
import { type BuiltRelease, named } from "../documents/manifest.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { withheldRows } from "../publication/withheld-rows.rules.ts";
import { toldBefore } from "../told/told-before.ts";
import { toldRelease } from "../told/told-release.ts";
import { trueCounts } from "../told/true-counts.ts";
import { makeContent } from "./make-content.ts";
import type { ReleaseContent, SourceRow } from "./release-content.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import { sourceRows } from "./source-rows.ts";

/**
 * Makes a release from its inputs, whole and without storing anything: building, signing and verifying are all this. One
 * from which a count that it keeps could be worked out is refused.
 */
export async function makeRelease(
  db: Kysely<Database>,
  systemId: string,
  inputs: ReleaseInputs,
): Promise<Outcome<Readonly<{ content: ReleaseContent; built: BuiltRelease }>>> {
  const made = await makeContent(db, systemId, inputs);
  if (isRefusal(made)) return made;
  const { content, drafts } = made;
  const read = new Map<string, readonly SourceRow[]>();
  for (const { id, rowsShown } of content.datasets) if (rowsShown) read.set(id, await sourceRows(db, systemId, id));
  const shown = new Map([...read].map(([id, rows]) => [id, withheldRows(rows, id, content.figures)]));
  const documents = releaseDocuments(content, shown);
  const before = await toldBefore(db, systemId, inputs.publishedBefore);
  if (isRefusal(before)) return before;
  const attack = await attackRelease(toldRelease(documents), before, trueCounts(drafts, read.values()));
  return isRefusal(attack) ? attack : { content, built: named(inputs, documents, attack) };
}
