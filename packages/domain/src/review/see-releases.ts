import { z } from "zod";
import { inSystem } from "../kernel/access.rules.ts";
import { query } from "../kernel/command.ts";
import { staffRoles } from "../kernel/roles.ts";
import { listReleases } from "../releases/list-releases.ts";

/** All releases with the last thing that was done with each, the newest first; drafts among them. */
export const seeReleases = query("query", {
  name: "see-releases",
  title: "see the releases",
  input: z.object({}),
  access: inSystem(...staffRoles),
  run: ({ db, systemId }) => listReleases(db, systemId),
});
