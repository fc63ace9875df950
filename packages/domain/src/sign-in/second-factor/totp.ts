import { Secret, TOTP } from "otpauth";

/** The length of an authenticator's secret in bytes: that of HMAC-SHA-1, as RFC 4226 (R6) recommends. */
export const totpSecretBytes = 20;

/** How long a code stands, in seconds (RFC 6238 §5.2). */
const periodSeconds = 30;

const totp = (secret: Buffer): TOTP =>
  // SHA-1 and six digits are what authenticator apps take for granted; as an HMAC it is sound (RFC 6238 §1.2).
  new TOTP({ secret: new Secret({ buffer: bytesOf(secret) }), algorithm: "SHA1", digits: 6, period: periodSeconds });

const bytesOf = (secret: Buffer): ArrayBuffer => Uint8Array.from(secret).buffer;

/**
 * The time step whose code this is: the present one, the one before or the one after (RFC 6238 §5.2 allows for a clock that
 * is a little off); null where it is none of theirs. A step is the number of half minutes since 1970.
 *
 * @example
 * totpStep(Buffer.from("12345678901234567890"), "287082", new Date(59_000)) // => 1
 * @example
 * totpStep(Buffer.from("12345678901234567890"), "287082", new Date(120_000)) // => null
 */
export function totpStep(secret: Buffer, code: string, now: Date): number | null {
  // The package compares lengths in letters and then in bytes: other alphabets' digits would make it throw.
  if (!/^[0-9]{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
}

/**
 * The code of an authenticator at a moment: six digits.
 *
 * @example
 * totpCode(Buffer.from("12345678901234567890"), new Date(59_000)) // => "287082"
 */
export const totpCode = (secret: Buffer, now: Date): string => totp(secret).generate({ timestamp: now.getTime() });

/**
 * A secret in base32, as people type it (RFC 4648 §6, without padding).
 *
 * @example
 * base32(Buffer.from("12345678901234567890")) // => "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
 */
export const base32 = (secret: Buffer): string => new Secret({ buffer: bytesOf(secret) }).base32;

/**
 * The secret that base32 tells.
 *
 * @example
 * base32Bytes("GEZDGNBVGY3TQOJQ").toString() // => "1234567890"
 */
export const base32Bytes = (text: string): Buffer => Buffer.from(Secret.fromBase32(text).bytes);

/** A secret as an address that authenticator apps read from a QR code: whose account it is, and at which office. */
export const totpAddress = (secret: Buffer, account: Readonly<{ email: string; office: string }>): string =>
  new TOTP({
    ...{ issuer: account.office.replaceAll(":", " "), label: account.email, issuerInLabel: true },
    ...{ secret: base32(secret), algorithm: "SHA1", digits: 6, period: periodSeconds },
  }).toString();
