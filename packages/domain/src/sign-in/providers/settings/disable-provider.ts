import { z } from "zod";
import { inSystem } from "../../../kernel/access.rules.ts";
import { command } from "../../../kernel/command.ts";
import { refuse } from "../../../kernel/refusal.ts";

/** Offers a provider no longer. Links to people stay, for the day it is defined anew; sessions that stand go on. */
export const disableProvider = command({
  name: "disable-provider",
  title: "offer a way to sign in no longer",
  input: z.object({ providerId: z.string() }),
  access: inSystem("administrator"),
  keeps: ({ providerId }) => ({ subject: `provider:${providerId}` }),
  run: async ({ db, systemId }, { providerId }) => {
    const { numUpdatedRows } = await db
      .updateTable("identity_providers")
      .set({ enabled: false })
      .where("system_id", "=", systemId)
      .where("provider_id", "=", providerId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse("not-found", "provider", "There is no such way to sign in.");
    return { providerId };
  },
});
