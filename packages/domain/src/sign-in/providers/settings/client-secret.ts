import { seal, unseal } from "../../../access/office-key.ts";

/** Whose secret it is: the purpose that it is sealed for. */
type Owner = Readonly<{ systemId: string; providerId: string }>;

const purpose = ({ systemId, providerId }: Owner): string => `client secret:${systemId}:${providerId}`;

/**
 * Seals the secret that an OpenID Connect provider gave the office, for `defineProvider`, whose input and audit never
 * see it in the clear. It opens for this provider of this system only.
 *
 * @returns base64url
 */
export const sealClientSecret = (officeKey: Buffer, owner: Owner, clientSecret: string): string =>
  seal(officeKey, purpose(owner), Buffer.from(clientSecret, "utf8")).toString("base64url");

/** Opens a sealed client secret; null where it was sealed with another key or for another provider. */
export const openClientSecret = (officeKey: Buffer, owner: Owner, sealed: Buffer): string | null =>
  unseal(officeKey, purpose(owner), sealed)?.toString("utf8") ?? null;
