import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { command } from "../kernel/command.ts";
import { keyField } from "../kernel/fields.ts";
import { refuse } from "../kernel/refusal.ts";
import { frontPage, frontPageFields } from "./front-pages.ts";

/** Chooses what stands on the first page: the line, the goal, and three numbers by the ids of their figures. */
export const defineFrontPage = command({
  name: "define-front-page",
  title: "define the first page",
  input: z.object({
    line: z.object({ id: keyField, version: z.int().min(1) }),
    goal: keyField,
    numbers: frontPageFields,
  }),
  access: inSystem("administrator"),
  run: async ({ db, systemId }, input) => {
    const set = await db
      .selectFrom("place_sets")
      .where("system_id", "=", systemId)
      .where("place_set_id", "=", input.line.id)
      .where("version", "=", input.line.version)
      .select("version")
      .executeTakeFirst();
    if (!set) return refuse("not-found", "line", `There is no set ${input.line.id}, version ${input.line.version}.`);
    const latest = await frontPage(db, systemId);
    const chosen = { line: `set:${input.line.id}@${input.line.version}`, goal: input.goal, numbers: input.numbers };
    if (latest && canonicalJson(latest.front) === canonicalJson(chosen)) return { version: latest.version };
    const version = (latest?.version ?? 0) + 1;
    await db
      .insertInto("front_pages")
      .values({
        system_id: systemId,
        version,
        line_place_set_id: input.line.id,
        line_version: input.line.version,
        goal_id: input.goal,
        numbers: JSON.stringify(input.numbers),
      })
      .execute();
    return { version };
  },
});
