import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { ReleaseDocument } from "../documents/release-document.ts";
import type { Figure } from "../figures/figure.ts";
import { restsOn } from "../figures/rests-on.ts";
import { inSystem } from "../kernel/access.rules.ts";
import { command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { attackRemarks, releaseRemarks } from "./check-release.rules.ts";
import { keepReleaseRecord } from "./keep-release-record.ts";
import { makeRelease } from "./make-release.ts";
import { recordAction } from "./release-actions.ts";
import { currentInputs } from "./release-inputs.ts";

/**
 * Builds a release from all that is loaded and decided now, checks it, and stores it unpublished. The same inputs give
 * the same release: building again stores nothing. Remarks are for the person who signs.
 */
export const buildRelease = command({
  name: "build-release",
  title: "build a release",
  input: z.object({}),
  access: inSystem("administrator", "analyst"),
  run: async (context) => {
    const { db, systemId } = context;
    const made = await makeRelease(db, systemId, await currentInputs(db, systemId));
    if (isRefusal(made)) return made;
    const { content, built } = made;
    const stored = await store(db, systemId, built.id, built.documents, content.figures);
    if (!stored.already) {
      await recordAction(context, built.id, "built", `${content.figures.length} figures`);
      await keepReleaseRecord(context, { releaseId: built.id, number: stored.number }, "draft");
    }
    return {
      releaseId: built.id,
      number: stored.number,
      already: stored.already,
      figures: content.figures.length,
      remarks: [...releaseRemarks(content), ...attackRemarks(built.manifest.attack)],
    };
  },
});

async function store(
  db: Kysely<Database>,
  systemId: string,
  releaseId: string,
  documents: readonly ReleaseDocument[],
  figures: readonly Figure[],
): Promise<Readonly<{ number: number; already: boolean }>> {
  // Two builds at once would take the same number; the second waits here and then finds the first.
  await sql`select pg_advisory_xact_lock(hashtext(${`release of ${systemId}`}))`.execute(db);
  const releases = await db.selectFrom("releases").where("system_id", "=", systemId).selectAll().execute();
  const before = releases.find((one) => one.release_id === releaseId);
  if (before) return { number: before.number, already: true };
  const number = Math.max(0, ...releases.map((one) => one.number)) + 1;
  await db.insertInto("releases").values({ system_id: systemId, release_id: releaseId, number }).execute();
  await db
    .insertInto("release_documents")
    .values(
      documents.map(({ path, mediaType, sha256, body }) => ({
        system_id: systemId,
        release_id: releaseId,
        path,
        media_type: mediaType,
        sha256,
        body,
      })),
    )
    .execute();
  await storeFigures(db, systemId, releaseId, figures);
  return { number, already: false };
}

async function storeFigures(db: Kysely<Database>, systemId: string, releaseId: string, figures: readonly Figure[]) {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  await sql`
    insert into figures (system_id, release_id, figure_id, indicator, subject, state, value, first_dataset_id)
    select ${systemId}, ${releaseId}, * from unnest(
      ${figures.map((f) => f.id)}::text[], ${figures.map((f) => f.indicator)}::text[],
      ${figures.map((f) => f.subject)}::text[], ${figures.map((f) => f.state)}::text[],
      ${figures.map((f) => f.value)}::double precision[], ${figures.map((f) => restsOn(f, byId)[0]!)}::text[])`.execute(
    db,
  );
  const inputs = figures.flatMap((figure) => figure.inputs.map((input, i) => ({ figure, input, seq: i + 1 })));
  await sql`
    insert into figure_inputs (system_id, release_id, figure_id, seq, dataset_id, input_figure_id)
    select ${systemId}, ${releaseId}, * from unnest(
      ${inputs.map((one) => one.figure.id)}::text[], ${inputs.map((one) => one.seq)}::int[],
      ${inputs.map(({ input }) => ("dataset" in input ? input.dataset : null))}::text[],
      ${inputs.map(({ input }) => ("figure" in input ? input.figure : null))}::text[])`.execute(db);
}
