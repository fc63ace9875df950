import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { ReleaseAction } from "./release-actions.ts";

/** A release in a list, with the last thing that was done with it. */
export type ListedRelease = Readonly<{
  number: number;
  releaseId: string;
  action: ReleaseAction;
  doneBy: string;
  doneAt: Date;
}>;

/** All releases of a system, the newest first. */
export async function listReleases(db: Kysely<Database>, systemId: string): Promise<readonly ListedRelease[]> {
  const { rows } = await sql<ListedRelease>`
    select distinct on (number) number, release_id as "releaseId", action, done_by as "doneBy", done_at as "doneAt"
    from releases join release_actions using (system_id, release_id)
    where system_id = ${systemId}
    order by number desc, seq desc`.execute(db);
  return rows;
}
