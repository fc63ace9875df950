import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** How long an office's key is, in bytes. */
const officeKeyBytes = 32;

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a secret with the office's key, so that the database alone does not give it away: AES-256-GCM (NIST SP 800-38D)
 * under a key of its own for the purpose (HKDF-SHA-256, RFC 5869). What is sealed for one purpose opens for no other.
 *
 * @param purpose what it is for and whose it is, such as `authenticator:<person id>`
 * @returns one byte for the format, the nonce (12), the tag (16), then as many bytes as `plain` has
 * @throws TypeError where the key is not 32 bytes
 */
export function seal(officeKey: Buffer, purpose: string, plain: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(officeKey, purpose), nonce, { authTagLength: tagBytes });
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), hidden]);
}

/**
 * Opens what `seal` has sealed for the same purpose with the same key.
 *
 * @returns null where the key or the purpose is another, or a byte was changed
 * @throws TypeError where the key is not 32 bytes
 */
export function unseal(officeKey: Buffer, purpose: string, sealed: Buffer): Buffer | null {
  const key = keyFor(officeKey, purpose);
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== format) return null;
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const opener = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  opener.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes));
  try {
    return Buffer.concat([opener.update(sealed.subarray(1 + nonceBytes + tagBytes)), opener.final()]);
  } catch {
    return null;
  }
}

/**
 * A key for one purpose, made from the office's key; 32 bytes.
 *
 * @throws TypeError where the office's key is not 32 bytes
 */
export function keyFor(officeKey: Buffer, purpose: string): Buffer {
  if (officeKey.length !== officeKeyBytes) throw new TypeError(`an office's key is ${officeKeyBytes} bytes`);
  return Buffer.from(hkdfSync("sha256", officeKey, Buffer.alloc(0), `evenspan ${purpose}`, 32));
}
