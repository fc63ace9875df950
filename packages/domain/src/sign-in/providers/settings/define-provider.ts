import type { Database } from "@evenspan/database/schema";
import type { Transaction } from "kysely";
import { z } from "zod";
import { inSystem } from "../../../kernel/access.rules.ts";
import { type Context, command } from "../../../kernel/command.ts";
import { keyField } from "../../../kernel/fields.ts";
import { refuse } from "../../../kernel/refusal.ts";
import { oidcSettings, samlSettings } from "./provider-settings.ts";

const named = { providerId: keyField.max(40), name: z.string().trim().min(1).max(100) };

const input = z.discriminatedUnion("kind", [
  z.object({
    ...named,
    kind: z.literal("oidc"),
    settings: oidcSettings,
    /** From `sealClientSecret`. Left out, the secret that is kept stays. */
    sealedClientSecret: z.base64url().optional(),
  }),
  z.object({ ...named, kind: z.literal("saml"), settings: samlSettings }),
]);

type Definition = z.infer<typeof input>;

/**
 * Defines where a system's own people sign in, or defines it anew; it is offered from then on. Who is who is known by the
 * provider's own identifiers: where these change their meaning (another issuer, another client), the links to people
 * are dropped, and each is made again at the next sign-in.
 */
export const defineProvider = command({
  name: "define-provider",
  title: "define where people sign in",
  input,
  access: inSystem("administrator"),
  keeps: (definition) => ({ subject: `provider:${definition.providerId}`, facts: factsOf(definition) }),
  run: async (context, definition) => {
    const { providerId, kind, name, settings } = definition;
    const before = await standingDefinition(context, providerId);
    if (before && before.kind !== kind)
      return refuse("conflict", "provider-kind", `“${before.name}” is of another kind. Give the new one another key.`);
    const isAnother = before !== undefined && identifiersOf(before.settings) !== identifiersOf(settings);
    const kept = isAnother ? null : (before?.sealed_secret ?? null);
    const secret = kind === "oidc" ? (sealedBytes(definition.sealedClientSecret) ?? kept) : null;
    if (kind === "oidc" && !secret)
      return refuse("invalid", "client-secret", "The client secret is needed: this issuer and client have none yet.");
    const row = { kind, name, settings: JSON.stringify(settings), sealed_secret: secret, enabled: true };
    await context.db
      .insertInto("identity_providers")
      .values({ system_id: context.systemId, provider_id: providerId, ...row })
      .onConflict((conflict) => conflict.columns(["system_id", "provider_id"]).doUpdateSet(row))
      .execute();
    return { providerId, unlinked: isAnother ? await unlinkAll(context, providerId) : 0 };
  },
});

const standingDefinition = ({ db, systemId }: Context, providerId: string) =>
  db
    .selectFrom("identity_providers")
    .selectAll()
    .where("system_id", "=", systemId)
    .where("provider_id", "=", providerId)
    .executeTakeFirst();

/** By what a provider's identifiers of people are its own; some providers make them anew for each client. */
const identifiersOf = (settings: unknown): string => {
  const { issuer, clientId, idpEntityId, spEntityId } = settings as Readonly<Record<string, unknown>>;
  return JSON.stringify([issuer, clientId, idpEntityId, spEntityId]);
};

const sealedBytes = (sealed: string | undefined): Buffer | null =>
  sealed === undefined ? null : Buffer.from(sealed, "base64url");

async function unlinkAll({ db, systemId }: Context, providerId: string): Promise<number> {
  const gone = await linksOf(db, systemId, providerId).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

const linksOf = (db: Transaction<Database>, systemId: string, providerId: string) =>
  db.deleteFrom("provider_subjects").where("system_id", "=", systemId).where("provider_id", "=", providerId);

function factsOf({ kind, name, settings }: Definition): Readonly<Record<string, unknown>> {
  const { domains, asksSecondFactor } = settings;
  const who = kind === "oidc" ? { issuer: settings.issuer } : { idpEntityId: settings.idpEntityId };
  return { kind, name, domains, asksSecondFactor, ...who };
}
