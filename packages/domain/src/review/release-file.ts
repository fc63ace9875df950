import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { isRefusal, refuse } from "../kernel/refusal.ts";
import { staffRoles } from "../kernel/roles.ts";
import { findRelease } from "../releases/find-release.ts";

/** A file of a release, published or not: for the person who looks at it before it is signed. */
export const releaseFile = query("export", {
  name: "release-file",
  title: "take a file out of a release",
  input: z.object({ release: z.string().max(64), path: z.string().min(1).max(500) }),
  access: inSystem(...staffRoles),
  run: async ({ db, systemId }, { release, path }) => {
    const found = await findRelease(db, systemId, release);
    if (isRefusal(found)) return found;
    const row = await db
      .selectFrom("release_documents")
      .where("system_id", "=", systemId)
      .where("release_id", "=", found.releaseId)
      .where("path", "=", path)
      .select(["body", "media_type as mediaType"])
      .executeTakeFirst();
    return row ? { ...found, ...row } : refuse("not-found", "file", "That release has no such file.");
  },
  keeps: ({ path }, { releaseId }) => ({ subject: `release:${releaseId}`, facts: { path } }),
});
