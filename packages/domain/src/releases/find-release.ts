import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import { type Outcome, refuse } from "../kernel/refusal.ts";

/** A release by its number, its whole id, or the first eight digits or more of it; the newest where none is named. */
export async function findRelease(
  db: Kysely<Database>,
  systemId: string,
  name: string | undefined,
): Promise<Outcome<Readonly<{ releaseId: string; number: number }>>> {
  const releases = await db
    .selectFrom("releases")
    .where("system_id", "=", systemId)
    .select(["release_id as releaseId", "number"])
    .orderBy("number", "desc")
    .execute();
  if (name === undefined) return releases[0] ?? refuse("not-found", "release", "No release has been built yet.");
  const byNumber = /^\d{1,7}$/.test(name) ? releases.filter((one) => one.number === Number(name)) : [];
  const byId = /^[0-9a-f]{8,64}$/.test(name) ? releases.filter((one) => one.releaseId.startsWith(name)) : [];
  return [...byNumber, ...byId][0] ?? refuse("not-found", "release", `There is no release ${name}.`);
}
