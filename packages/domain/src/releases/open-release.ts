import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely, Transaction } from "kysely";
import { readRowsTable } from "../documents/rows-table.ts";
import type { Figure } from "../figures/figure.ts";
import type { PublishedRelease } from "./published-release.ts";
import { releaseActions } from "./release-actions.ts";
import type { SourceRow } from "./release-content.ts";

/** The number and id of what is published now: the release with the highest number that was not withdrawn; or null. */
export async function publishedRelease(
  db: Transaction<Database>,
  systemId: string,
  number?: number,
): Promise<Readonly<{ releaseId: string; number: number }> | null> {
  // Run as the reader, whose policy shows published releases only.
  const row = await db
    .selectFrom("releases")
    .where("system_id", "=", systemId)
    .$if(number !== undefined, (query) => query.where("number", "=", number!))
    .select(["release_id as releaseId", "number"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Opens a published release into memory: the newest one, or that with a number. Null where there is none.
 *
 * @param reader the `reader` of an open database, which sees published releases only
 */
export async function openRelease(
  reader: Kysely<Database>,
  systemId: string,
  number?: number,
): Promise<PublishedRelease | null> {
  const open = async (db: Transaction<Database>): Promise<PublishedRelease | null> => {
    const found = await publishedRelease(db, systemId, number);
    if (!found) return null;
    const rows = await db
      .selectFrom("release_documents")
      .where("system_id", "=", systemId)
      .where("release_id", "=", found.releaseId)
      .select(["path", "media_type as mediaType", "sha256", "body"])
      .orderBy("path")
      .execute();
    const signed = (await releaseActions(db, systemId, found.releaseId))
      .filter((one) => one.action === "published")
      .at(-1)!;
    return inMemory(found, signed, rows);
  };
  // One moment for all three questions: a release withdrawn between them would have lost its files.
  return inTenant(reader, systemId, open, { isolation: "repeatable read" });
}

type Stored = Readonly<{ path: string; mediaType: string; sha256: string; body: Buffer }>;

function inMemory(
  { releaseId, number }: Readonly<{ releaseId: string; number: number }>,
  signed: Readonly<{ doneBy: string; doneAt: Date }>,
  stored: readonly Stored[],
): PublishedRelease {
  const documents = new Map(stored.map((one) => [one.path, one]));
  const text = (path: string) => documents.get(path)?.body.toString("utf8");
  const figures: Figure[] = text("figures.ndjson")!
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const outlines = text("outlines.json");
  const content = { ...JSON.parse(text("content.json")!), figures, outlines: outlines ? JSON.parse(outlines) : null };
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const datasets = new Map<string, PublishedRelease["content"]["datasets"][number]>(
    content.datasets.map((one: { id: string }) => [one.id, one]),
  );
  return {
    id: releaseId,
    number,
    publishedAt: signed.doneAt,
    signedBy: signed.doneBy,
    content,
    attack: JSON.parse(text("manifest.json")!).attack ?? null,
    figure: (id) => byId.get(id) ?? null,
    dataset: (id) => datasets.get(id) ?? null,
    sourceRows: rowReader(text),
    document: (path) => documents.get(path) ?? null,
    documentPaths: [...documents.keys()],
  };
}

/** Opens the rows of a dataset when the first receipt asks for them, and keeps them: releases do not change. */
function rowReader(text: (path: string) => string | undefined): PublishedRelease["sourceRows"] {
  const opened = new Map<string, ReadonlyMap<number, SourceRow>>();
  return (datasetId, observations) => {
    const file = opened.has(datasetId) ? undefined : text(`rows/${datasetId}.csv`);
    if (file !== undefined) opened.set(datasetId, readRowsTable(file));
    const rows = opened.get(datasetId);
    return rows ? observations.flatMap((one) => rows.get(one) ?? []) : [];
  };
}
