import { z } from "zod";
import { doubtfulValues } from "../datasets/doubtful-values.ts";
import { inSystem } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";

/**
 * All doubtful values with the decision that counts: those that nobody has decided on first. Who sees the
 * records of doubts sees these, and nobody else: they are not published.
 */
export const seeDoubts = query("query", {
  name: "see-doubts",
  title: "see the doubtful values",
  input: z.object({}),
  access: inSystem("administrator", "analyst", "reviewer"),
  run: async ({ db, systemId }) => {
    const values = await doubtfulValues(db, systemId);
    return [true, false].flatMap((open) => values.filter(({ decision }) => (decision === null) === open));
  },
});
