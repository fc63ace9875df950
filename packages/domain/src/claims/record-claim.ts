import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { locksFor } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { command } from "../kernel/command.ts";
import { keyField, placeField, sourceField, textField } from "../kernel/fields.ts";
import { refuse } from "../kernel/refusal.ts";
import { staffRoles } from "../kernel/roles.ts";
import { gazetteer } from "../places/gazetteer.ts";
import { keepRecord } from "../records/keep-record.ts";
import { claims } from "./claims.ts";

/** Records a sentence that states a number in public, to be held against the data of every release from then on. */
export const recordClaim = command({
  name: "record-claim",
  title: "record a claim",
  input: z.object({
    id: keyField,
    text: textField,
    saidBy: z.string().trim().min(1),
    saidInYear: z.int().min(1900).max(2200),
    source: sourceField,
    indicator: keyField,
    highPlaceId: placeField.nullable(),
    lowPlaceId: placeField.nullable(),
    claimedValue: z.number(),
    measuredYear: z.int().min(1900).max(2200).nullable(),
    note: textField.nullable(),
  }),
  access: inSystem("administrator", "analyst"),
  run: async (context, input) => {
    const { db, systemId } = context;
    if ((input.highPlaceId === null) !== (input.lowPlaceId === null))
      return refuse("invalid", "half-a-pair", "A claim names both places of its pair, or neither.");
    const unknown = [input.highPlaceId, input.lowPlaceId].filter((id) => id !== null && !gazetteer.place(id));
    if (unknown.length > 0) return refuse("invalid", "unknown-place", `No place is known by ${unknown.join(", ")}.`);
    const latest = (await claims(db, systemId)).filter((claim) => claim.id === input.id).at(-1);
    const { version: _, ...before } = latest ?? { version: 0 };
    if (latest && canonicalJson(before) === canonicalJson(input)) return { id: input.id, version: latest.version };
    const version = (latest?.version ?? 0) + 1;
    await db
      .insertInto("claims")
      .values({
        system_id: systemId,
        claim_id: input.id,
        version,
        text_en: input.text.en,
        text_es: input.text.es,
        said_by: input.saidBy,
        said_in_year: input.saidInYear,
        source: input.source,
        indicator: input.indicator,
        high_place_id: input.highPlaceId,
        low_place_id: input.lowPlaceId,
        claimed_value: input.claimedValue,
        measured_year: input.measuredYear,
        note_en: input.note?.en ?? null,
        note_es: input.note?.es ?? null,
      })
      .execute();
    await keepRecord(context, {
      ...{ recordId: `claim:${input.id}`, kind: "claim", title: input.text, words: input.saidBy, state: "recorded" },
      ...{ locks: locksFor([...staffRoles]), turn: [] },
    });
    return { id: input.id, version };
  },
});
