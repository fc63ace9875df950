import { hash, parseOptions, verify } from "@node-rs/argon2";
import { secretToken } from "../secret-token.ts";

/**
 * What a hash costs: argon2id (RFC 9106) with 19 MiB, two passes and one lane, the least that OWASP's Password Storage
 * Cheat Sheet names for it. The package's own algorithm is argon2id.
 */
const hashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password as it is counted and hashed: in Unicode's form NFKC, so that it is the same from every keyboard (NIST SP 800-63B-4 §3.1.1.2). */
export const passwordAsKept = (password: string): string => password.normalize("NFKC");

/** The argon2id hash of a password, with its salt and cost, as a text of the PHC form (`$argon2id$…`). */
export const passwordHash = (password: string): Promise<string> => hash(passwordAsKept(password), hashCost);

/** Far above the longest password that is allowed: what is longer is none, and is not worth hashing. */
const longestTried = 1024;

/**
 * Whether a password is the one that was hashed. Without a hash the same work is done and the answer is no, so that the
 * time does not tell whether there is an account.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const standIn = await nobodysHash();
  const isRight = await verify(kept ?? standIn, passwordAsKept(password.slice(0, longestTried)));
  return isRight && kept !== null;
}

/** Whether a hash was made at another cost than now, and is to be made anew while the password is at hand. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(kept);
  return memoryCost !== hashCost.memoryCost || timeCost !== hashCost.timeCost || parallelism !== hashCost.parallelism;
}

let standIn: Promise<string> | undefined;
const nobodysHash = (): Promise<string> => (standIn ??= passwordHash(secretToken()));
