import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Figure } from "../figures/figure.ts";
import { inSystem } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { staffRoles } from "../kernel/roles.ts";
import type { ValueState } from "../kernel/value-state.ts";
import { attackRemarks, releaseRemarks } from "../releases/check-release.rules.ts";
import { findRelease } from "../releases/find-release.ts";
import { releaseActions } from "../releases/release-actions.ts";
import { changedFigures } from "./changed-figures.rules.ts";

/**
 * What a person looks at before signing a release: what was done with it, remarks, how many figures it shows and withholds,
 * what differs from what is public now, and its files. `changes` is null where nothing is public yet, or this is it.
 */
export const reviewRelease = query("query", {
  name: "review-release",
  title: "look at a release",
  input: z.object({ release: z.string().max(64) }),
  access: inSystem(...staffRoles),
  run: async ({ db, systemId }, { release }) => {
    const found = await findRelease(db, systemId, release);
    if (isRefusal(found)) return found;
    const { releaseId } = found;
    const read = (path: string, of = releaseId) => documentText(db, systemId, of, path);
    const figures = figuresIn(await read("figures.ndjson"));
    const content = { ...JSON.parse((await read("content.json")) ?? "{}"), figures };
    const { attack } = JSON.parse((await read("manifest.json")) ?? "{}");
    const current = await publicNow(db, systemId);
    const isOther = current !== null && current.releaseId !== releaseId;
    const before = isOther ? figuresIn(await read("figures.ndjson", current.releaseId)) : null;
    return {
      ...found,
      actions: await releaseActions(db, systemId, releaseId),
      remarks: [...releaseRemarks(content), ...(attack ? attackRemarks(attack) : [])],
      states: countsByState(figures),
      publicNumber: current?.number ?? null,
      changes: before && changedFigures(before, figures),
      files: await filesOf(db, systemId, releaseId),
    };
  },
});

async function documentText(db: Kysely<Database>, systemId: string, releaseId: string, path: string) {
  const row = await db
    .selectFrom("release_documents")
    .where("system_id", "=", systemId)
    .where("release_id", "=", releaseId)
    .where("path", "=", path)
    .select("body")
    .executeTakeFirst();
  return row?.body.toString("utf8") ?? null;
}

const figuresIn = (lines: string | null): readonly Figure[] =>
  (lines ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function countsByState(figures: readonly Figure[]): Readonly<Partial<Record<ValueState, number>>> {
  const counts: Partial<Record<ValueState, number>> = {};
  for (const { state } of figures) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** What the public sees now: the highest number whose last act was to be published. */
async function publicNow(db: Kysely<Database>, systemId: string) {
  const rows = await db
    .selectFrom("releases as release")
    .innerJoin("release_actions as done", (join) =>
      join.onRef("done.system_id", "=", "release.system_id").onRef("done.release_id", "=", "release.release_id"),
    )
    .where("release.system_id", "=", systemId)
    .select(["release.release_id as releaseId", "release.number", "done.action"])
    .orderBy("release.number", "desc")
    .orderBy("done.seq", "desc")
    .execute();
  const last = rows.filter((row, i) => row.releaseId !== rows[i - 1]?.releaseId);
  return last.find(({ action }) => action === "published") ?? null;
}

const filesOf = (db: Kysely<Database>, systemId: string, releaseId: string) =>
  db
    .selectFrom("release_documents")
    .where("system_id", "=", systemId)
    .where("release_id", "=", releaseId)
    .select(["path", "media_type as mediaType", "sha256"])
    .select(({ fn }) => fn<number>("length", ["body"]).as("bytes"))
    .orderBy("path")
    .execute();
