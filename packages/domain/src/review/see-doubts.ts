import { z } from "zod";
import { wherever } from "../access/wherever.ts";
import { doubtfulValues } from "../datasets/doubtful-values.ts";
import { atFacility } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";

/** All doubtful values with the decision that counts: those that nobody has decided on first. */
export const seeDoubts = query("query", {
  name: "see-doubts",
  title: "see the doubtful values",
  input: z.object({}),
  ...wherever(atFacility(...staffRoles)),
  run: async ({ db, systemId }) => {
    const values = await doubtfulValues(db, systemId);
    return [true, false].flatMap((open) => values.filter(({ decision }) => (decision === null) === open));
  },
});
