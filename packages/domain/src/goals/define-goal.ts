import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { locksFor } from "../kernel/actor.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { command } from "../kernel/command.ts";
import { dayField, keyField, placeField, sourceField, textField } from "../kernel/fields.ts";
import { refuse } from "../kernel/refusal.ts";
import { staffRoles } from "../kernel/roles.ts";
import { gazetteer } from "../places/gazetteer.ts";
import { keepRecord } from "../records/keep-record.ts";
import { goals } from "./goals.ts";

/**
 * Adds a version of a goal. The baseline is frozen to a dataset that is already loaded, so that a later revision of
 * the same year cannot move the goal.
 */
export const defineGoal = command({
  name: "define-goal",
  title: "define a goal",
  input: z.object({
    id: keyField,
    title: textField,
    indicator: keyField,
    highPlaceId: placeField,
    lowPlaceId: placeField,
    baselineYear: z.int().min(1900).max(2200),
    baselineDatasetId: z.string().min(1),
    targetShare: z.number().gt(0).lt(1),
    targetYear: z.int().min(1900).max(2200),
    source: sourceField,
    adoptedOn: dayField,
  }),
  access: inSystem("administrator"),
  run: async (context, input) => {
    const { db, systemId } = context;
    if (input.targetYear <= input.baselineYear)
      return refuse("invalid", "target-year", "A goal's target year comes after its baseline year.");
    const unknown = [input.highPlaceId, input.lowPlaceId].filter((id) => !gazetteer.place(id));
    if (unknown.length > 0) return refuse("invalid", "unknown-place", `No place is known by ${unknown.join(", ")}.`);
    if (input.highPlaceId === input.lowPlaceId)
      return refuse("invalid", "same-place", "A gap is between two places; a place has none to itself.");
    const dataset = await db
      .selectFrom("datasets")
      .where("system_id", "=", systemId)
      .where("dataset_id", "=", input.baselineDatasetId)
      .select("dataset_id")
      .executeTakeFirst();
    if (!dataset)
      return refuse(
        "not-found",
        "baseline-dataset",
        `The baseline's dataset ${input.baselineDatasetId} is not loaded.`,
      );
    const latest = (await goals(db, systemId)).filter((goal) => goal.id === input.id).at(-1);
    const { version: _, ...before } = latest ?? { version: 0 };
    if (latest && canonicalJson(before) === canonicalJson(input)) return { id: input.id, version: latest.version };
    const version = (latest?.version ?? 0) + 1;
    await db
      .insertInto("goals")
      .values({
        system_id: systemId,
        goal_id: input.id,
        version,
        title_en: input.title.en,
        title_es: input.title.es,
        indicator: input.indicator,
        high_place_id: input.highPlaceId,
        low_place_id: input.lowPlaceId,
        baseline_year: input.baselineYear,
        baseline_dataset_id: input.baselineDatasetId,
        target_share: input.targetShare,
        target_year: input.targetYear,
        source: input.source,
        adopted_on: input.adoptedOn,
      })
      .execute();
    await keepRecord(context, {
      ...{ recordId: `goal:${input.id}`, kind: "goal", title: input.title, words: input.source, state: "adopted" },
      ...{ locks: locksFor([...staffRoles]), turn: [] },
    });
    return { id: input.id, version };
  },
});
