import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { keyFor } from "@evenspan/domain/access/office-key";

/**
 * Tokens that forms carry, so that nothing is done that no page of ours has offered.
 *
 * A token is bound to a session or, before sign-in, to a visit. It also tells whose form it was, so that one that outlived
 * its session can be given back to its own person and to no other.
 */
export type FormTokens = Readonly<{
  /** A token for a page. It looks different on each, so that a compressed answer tells nothing of it. */
  make: (boundTo: string, personId: string | null) => string;
  isGood: (token: string, boundTo: string) => boolean;
  /** The mark of the person whose form it was; empty where it was nobody's. */
  markIn: (token: string) => string;
  markOf: (personId: string) => string;
}>;

const bytes = 32;

/** Tokens under a key that is for them alone. */
export function formTokens(officeKey: Buffer): FormTokens {
  const key = keyFor(officeKey, "csrf");
  const hmac = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const markOf = (personId: string): string => hmac(`person ${personId}`).toString("base64url").slice(0, 22);
  return {
    make(boundTo, personId) {
      const mask = randomBytes(bytes);
      const hidden = Buffer.concat([mask, xor(mask, hmac(`form ${boundTo}`))]).toString("base64url");
      return `${hidden}.${personId === null ? "" : markOf(personId)}`;
    },
    isGood(token, boundTo) {
      const hidden = Buffer.from(token.split(".")[0] ?? "", "base64url");
      if (hidden.length !== 2 * bytes) return false;
      return timingSafeEqual(xor(hidden.subarray(0, bytes), hidden.subarray(bytes)), hmac(`form ${boundTo}`));
    },
    markIn: (token) => /\.([A-Za-z0-9_-]{22})$/.exec(token)?.[1] ?? "",
    markOf,
  };
}

const xor = (a: Uint8Array, b: Uint8Array): Buffer => Buffer.from(a.map((byte, i) => byte ^ b[i]!));
