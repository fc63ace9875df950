import { z } from "zod";
import { inSystem } from "../../../kernel/access.rules.ts";
import { command } from "../../../kernel/command.ts";
import { refuse } from "../../../kernel/refusal.ts";

/**
 * Forgets who a person is at a provider. The next sign-in there is matched by mail address again: for someone who was
 * given a new account at the provider. Without this, a mail address that was passed on would pass on the person, too.
 */
export const unlinkProvider = command({
  name: "unlink-provider",
  title: "forget who a person is at a provider",
  input: z.object({ providerId: z.string(), personId: z.uuid() }),
  access: inSystem("administrator"),
  keeps: ({ providerId, personId }) => ({ subject: `person:${personId}`, facts: { provider: providerId } }),
  run: async ({ db, systemId }, { providerId, personId }) => {
    const { numDeletedRows } = await db
      .deleteFrom("provider_subjects")
      .where("system_id", "=", systemId)
      .where("provider_id", "=", providerId)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return refuse("not-found", "link", "This person has not signed in there yet.");
    return { unlinked: Number(numDeletedRows) };
  },
});
