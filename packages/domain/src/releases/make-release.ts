import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { releaseDocuments } from "../documents/documents.ts";
import { type BuiltRelease, named } from "../documents/manifest.ts";
import { isRefusal, type Outcome } from "../kernel/refusal.ts";
import { makeContent } from "./make-content.ts";
import type { ReleaseContent, SourceRow } from "./release-content.ts";
import type { ReleaseInputs } from "./release-inputs.ts";
import { sourceRowsOf } from "./source-rows.ts";

/** Makes a release from its inputs, whole and without storing anything: building and verifying are both this. */
export async function makeRelease(
  db: Kysely<Database>,
  systemId: string,
  inputs: ReleaseInputs,
): Promise<Outcome<Readonly<{ content: ReleaseContent; built: BuiltRelease }>>> {
  const content = await makeContent(db, systemId, inputs);
  if (isRefusal(content)) return content;
  const rows = new Map<string, readonly SourceRow[]>();
  for (const dataset of content.datasets)
    if (dataset.rowsShown) rows.set(dataset.id, await sourceRowsOf(db, systemId, dataset, content.figures));
  return { content, built: named(inputs, releaseDocuments(content, rows)) };
}
