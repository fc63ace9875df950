import type { Database } from "@evenspan/database/schema";
import type { Kysely } from "kysely";
import type { Origin } from "../kernel/command.ts";

/**
 * Whether a password is among those that became known in a breach, asked by its SHA-1 in 40 capital hexadecimal digits.
 * An office may have such a list as a file; see `breachedPasswordsIn`.
 */
export type BreachedPasswords = (sha1: string) => Promise<boolean>;

/**
 * What every function of sign-in works with. `db` is the app's. Each opens its own transactions, for a failed try must be
 * counted even where the sign-in is undone.
 */
export type SignInDesk = Readonly<{
  db: Kysely<Database>;
  systemId: string;
  now: Date;
  from: Origin;
  officeKey: Buffer;
  breachedPasswords?: BreachedPasswords;
}>;
