import { z } from "zod";
import { inSystem } from "../../../kernel/access.rules.ts";
import { query } from "../../../kernel/command.ts";

/** All providers of a system with their settings, as an administrator sees and changes them; never a secret. */
export const describeProviders = query("query", {
  name: "describe-providers",
  title: "see how people sign in",
  input: z.object({}),
  access: inSystem("administrator"),
  run: ({ db, systemId }) =>
    db
      .selectFrom("identity_providers")
      .select(["provider_id as providerId", "kind", "name", "settings", "enabled"])
      .where("system_id", "=", systemId)
      .orderBy("name")
      .orderBy("provider_id")
      .execute(),
});
