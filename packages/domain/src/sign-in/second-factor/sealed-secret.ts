import { seal, unseal } from "../../access/office-key.ts";
import type { SignInDesk } from "../desk.ts";

type Sealer = Pick<SignInDesk, "officeKey" | "systemId">;

const purposeOf = ({ systemId }: Sealer, personId: string): string => `authenticator ${systemId} ${personId}`;

/** Seals the secret of a person's authenticator: opened for another person, it is none. */
export const sealSecret = (desk: Sealer, personId: string, secret: Buffer): Buffer =>
  seal(desk.officeKey, purposeOf(desk, personId), secret);

/**
 * Opens the secret of a person's authenticator.
 *
 * @throws Error where it was sealed with another office's key, or for another person
 */
export function openSecret(desk: Sealer, personId: string, sealed: Buffer): Buffer {
  const secret = unseal(desk.officeKey, purposeOf(desk, personId), sealed);
  if (!secret)
    throw new Error("an authenticator's secret does not open: the office's key is not the one that sealed it");
  return secret;
}
