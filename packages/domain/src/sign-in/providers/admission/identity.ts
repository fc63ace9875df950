/** Who someone is, as a provider has proven it. */
export type Identity = Readonly<{
  /** The provider's own unchanging identifier of the person; null where it gave none that lasts. */
  subject: string | null;
  email: string | null;
  emailVerified: boolean;
  /** Of a SAML assertion, which may be taken once. */
  assertionId?: string;
}>;

/**
 * A mail address in the form in which people are kept: small letters, no blanks around. Null for what is no plain
 * address. Letters beyond ASCII are not taken: some of them become an ASCII letter when made small (the sign for kelvin
 * becomes k), and would turn one address into another.
 *
 * @example
 * plainEmail(" Ana@Example.org ") // => "ana@example.org"
 * @example
 * plainEmail("ana@example.org@elsewhere.org") // => null
 */
export function plainEmail(written: unknown): string | null {
  if (typeof written !== "string") return null;
  const email = written.trim();
  return email.length <= 254 && /^[!-?A-~]+@[A-Za-z0-9.-]+$/.test(email) ? email.toLowerCase() : null;
}

/**
 * The domain of a plain address.
 *
 * @example
 * emailDomain("ana@example.org") // => "example.org"
 */
export const emailDomain = (email: string): string => email.slice(email.lastIndexOf("@") + 1);
