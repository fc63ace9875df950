import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { z } from "zod";
import { textField } from "../kernel/fields.ts";
import type { FrontPage } from "./release-content.ts";

/** The three numbers of a first page, as they are given and as they are stored. */
export const frontPageFields = z
  .array(z.object({ figure: z.string().min(1), label: textField, remark: textField.nullable() }))
  .length(3, "a first page has three numbers");

/** One version of what stands on the first page, the newest unless a version is named; null where there is none. */
export async function frontPage(
  db: Kysely<Database>,
  systemId: string,
  version?: number,
): Promise<Readonly<{ version: number; front: FrontPage }> | null> {
  const row = await db
    .selectFrom("front_pages")
    .where("system_id", "=", systemId)
    .$if(version !== undefined, (query) => query.where("version", "=", version!))
    .selectAll()
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    version: row.version,
    front: {
      line: `set:${row.line_place_set_id}@${row.line_version}`,
      goal: row.goal_id,
      numbers: frontPageFields.parse(row.numbers),
    },
  };
}
