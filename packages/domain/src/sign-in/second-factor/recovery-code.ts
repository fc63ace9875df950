import { randomBytes } from "node:crypto";
import { sha256 } from "../../kernel/canonical.ts";

/** How many recovery codes someone has. */
export const recoveryCodeCount = 10;

/** Crockford's base 32: no letter that looks like another or like a digit. */
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A recovery code: 140 random bits as 28 letters and digits in seven groups of four. So many bits that a plain hash keeps it
 * (OWASP ASVS 5.0, V6.5.2 and V11.5.1).
 */
export function newRecoveryCode(): string {
  const bits = BigInt(`0x${randomBytes(18).toString("hex")}`);
  const signs = Array.from({ length: 28 }, (_, at) => letters[Number((bits >> BigInt(5 * at)) & 31n)]!);
  return signs.join("").replace(/.{4}(?=.)/g, "$&-");
}

/**
 * What is stored of a recovery code, however it is typed: capitals, blanks and dashes do not matter, and what looks like a
 * zero or a one is read so.
 *
 * @example
 * recoveryCodeHash("ABCD EFGH-0lO1 wxyz") === recoveryCodeHash("abcd-efgh-0101-wxyz") // => true
 */
export const recoveryCodeHash = (typed: string): string =>
  sha256(
    typed
      .slice(0, 200)
      .toLowerCase()
      .replace(/[^0-9a-z]/g, "")
      .replace(/[il]/g, "1")
      .replace(/o/g, "0"),
  );
