import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { command } from "../kernel/command.ts";
import { dayField, keyField, placeField, sourceField, textField } from "../kernel/fields.ts";
import { refuse } from "../kernel/refusal.ts";
import { gazetteer } from "./gazetteer.ts";
import { latestPlaceSet } from "./place-sets.ts";

/**
 * Adds a version of a set of places. The same definition again adds nothing; a set is never changed in place, so that
 * a number keeps meaning the places that it was made for.
 */
export const definePlaceSet = command({
  name: "define-place-set",
  title: "define a set of places",
  input: z.object({
    id: keyField,
    name: textField,
    reason: textField,
    source: sourceField,
    adoptedOn: dayField,
    places: z.array(placeField).min(1),
  }),
  access: inSystem("administrator", "analyst"),
  run: async ({ db, systemId }, input) => {
    const unknown = input.places.filter((id) => !gazetteer.place(id));
    if (unknown.length > 0) return refuse("invalid", "unknown-place", `No place is known by ${unknown.join(", ")}.`);
    if (new Set(input.places).size < input.places.length)
      return refuse("invalid", "repeated-place", "A place stands twice in the list; each may stand once.");
    const latest = await latestPlaceSet(db, systemId, input.id);
    const { version: _, ...before } = latest ?? { version: 0 };
    if (latest && canonicalJson(before) === canonicalJson(input)) return { id: input.id, version: latest.version };
    const version = (latest?.version ?? 0) + 1;
    await db
      .insertInto("place_sets")
      .values({
        system_id: systemId,
        place_set_id: input.id,
        version,
        name_en: input.name.en,
        name_es: input.name.es,
        reason_en: input.reason.en,
        reason_es: input.reason.es,
        source: input.source,
        adopted_on: input.adoptedOn,
      })
      .execute();
    await db
      .insertInto("place_set_members")
      .values(
        input.places.map((place_id, index) => ({
          system_id: systemId,
          place_set_id: input.id,
          version,
          position: index + 1,
          place_id,
        })),
      )
      .execute();
    return { id: input.id, version };
  },
});
