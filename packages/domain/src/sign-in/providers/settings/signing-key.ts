import { createPublicKey } from "node:crypto";

/** A public key in PEM, or what is wrong with what was given. */
export type SigningKey = Readonly<{ pem: string }> | Readonly<{ fault: string }>;

/**
 * The public key that a SAML identity provider signs with, out of its certificate (PEM, or the bare base64 that stands
 * in its metadata) or out of a public key in PEM. The key is what is trusted; the certificate's dates and names are not
 * looked at, as such certificates are made by the provider itself.
 *
 * RSA of at least 2048 bits (NIST SP 800-131A revision 2), which is what SAML providers use.
 */
export function signingKey(given: string): SigningKey {
  if (/PRIVATE KEY/.test(given)) return { fault: "this is a private key; give the certificate, which is public" };
  const text = given.trim();
  const pem = text.startsWith("-----")
    ? text
    : `-----BEGIN CERTIFICATE-----\n${inLines(text)}\n-----END CERTIFICATE-----`;
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== "rsa") return { fault: "the key is not an RSA key" };
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return { fault: "the key has less than 2048 bits" };
    return { pem: key.export({ type: "spki", format: "pem" }).toString() };
  } catch {
    return { fault: "this is no certificate that can be read" };
  }
}

const inLines = (base64: string): string => (base64.replace(/\s+/g, "").match(/.{1,64}/g) ?? []).join("\n");
