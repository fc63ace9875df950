import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import { nothingPublished, type PublishedBefore } from "./published-before.rules.ts";

/** Reads what the releases named told. */
export async function readPublishedBefore(
  db: Kysely<Database>,
  systemId: string,
  releaseIds: readonly string[],
): Promise<PublishedBefore> {
  if (releaseIds.length === 0) return nothingPublished;
  const { rows } = await sql<{ id: string; values: readonly number[] | null; suppressed: boolean }>`
    select figure_id as id, array_agg(distinct value) filter (where value is not null) as values,
      bool_or(state = 'suppressed') as suppressed
    from figures where system_id = ${systemId} and release_id = any(${releaseIds})
    group by figure_id`.execute(db);
  return {
    shown: new Map(rows.flatMap(({ id, values }) => (values ? [[id, values] as const] : []))),
    suppressed: new Set(rows.filter((row) => row.suppressed).map((row) => row.id)),
  };
}
