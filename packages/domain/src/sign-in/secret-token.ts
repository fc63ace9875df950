import { randomBytes } from "node:crypto";
import { sha256 } from "../kernel/canonical.ts";

/** A secret that names a session or a link: 256 random bits, in 43 letters that an address can bear (base64url). */
export const secretToken = (): string => randomBytes(32).toString("base64url");

/**
 * What is stored of a secret token. A plain hash is enough: nobody can try 2^256 of them.
 *
 * @example
 * tokenHash("abc").slice(0, 8) // => "ba7816bf"
 */
export const tokenHash = (token: string): string => sha256(token);
