import type { Database } from "@evenspan/database/schema";
import { type Kysely, sql } from "kysely";
import type { PlaceId } from "./place.ts";
import type { PlaceSet } from "./place-set.ts";

/** Every version of every set of the tenant, by id and version. */
export async function placeSets(db: Kysely<Database>, systemId: string): Promise<readonly PlaceSet[]> {
  const rows = await db
    .selectFrom("place_sets as s")
    .innerJoin("place_set_members as m", (join) =>
      join
        .onRef("m.system_id", "=", "s.system_id")
        .onRef("m.place_set_id", "=", "s.place_set_id")
        .onRef("m.version", "=", "s.version"),
    )
    .where("s.system_id", "=", systemId)
    .selectAll("s")
    .select("m.place_id")
    .orderBy(sql`s.place_set_id collate "C"`)
    .orderBy("s.version")
    .orderBy("m.position")
    .execute();
  const sets = new Map<string, PlaceSet & { places: PlaceId[] }>();
  for (const row of rows) {
    const key = `${row.place_set_id}@${row.version}`;
    if (!sets.has(key))
      sets.set(key, {
        id: row.place_set_id,
        version: row.version,
        name: { en: row.name_en, es: row.name_es },
        reason: { en: row.reason_en, es: row.reason_es },
        source: row.source,
        adoptedOn: row.adopted_on,
        places: [],
      });
    sets.get(key)!.places.push(row.place_id as PlaceId);
  }
  return [...sets.values()];
}

/** The newest version of one set, or null where there is none of that name. */
export async function latestPlaceSet(db: Kysely<Database>, systemId: string, id: string): Promise<PlaceSet | null> {
  const versions = (await placeSets(db, systemId)).filter((set) => set.id === id);
  return versions.at(-1) ?? null;
}
