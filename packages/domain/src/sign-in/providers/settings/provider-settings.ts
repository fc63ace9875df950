import { z } from "zod";
import { isSafeAddress } from "../safe-address.ts";
import { signingKey } from "./signing-key.ts";

const safeAddress = z
  .string()
  .trim()
  .refine(isSafeAddress, "an address that begins with https (http only on this machine itself)");

const domainField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/, "a domain such as example.org");

const signingKeyField = z.string().transform((given, { addIssue }) => {
  const key = signingKey(given);
  if ("pem" in key) return key.pem;
  addIssue({ code: "custom", message: key.fault });
  return z.NEVER;
});

const trust = {
  /** The domains of mail addresses for which this provider may say who someone is. */
  domains: z.array(domainField).min(1, "name at least one domain").max(50),
  /** Whether the provider asks everyone for a second factor itself, so that the office need not. */
  asksSecondFactor: z.boolean().default(false),
};

/** What is known of an OpenID Connect provider, beside the client secret. */
export const oidcSettings = z.object({
  ...trust,
  /** As the provider writes it itself; its description is found beneath. */
  issuer: safeAddress.refine((issuer) => !/[?#]|\/\.well-known\//.test(issuer), "the issuer alone, without a query"),
  clientId: z.string().trim().min(1).max(500),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "one scope a line"))
    .default(["openid", "profile", "email"])
    .refine((scopes) => scopes.includes("openid"), "openid must be among them"),
});

/** What is known of a SAML 2.0 identity provider, and by which name it knows the office. */
export const samlSettings = z.object({
  ...trust,
  /** Where people are sent, by the redirect binding. */
  entryPoint: safeAddress,
  /** Certificates or public keys (PEM) that the provider signs with: two while it changes keys. Kept as public keys. */
  signingKeys: z.array(signingKeyField).min(1, "give the provider's certificate").max(5),
  idpEntityId: z.string().trim().min(1).max(1024),
  spEntityId: z.string().trim().min(1).max(1024),
  /** What the provider signs: the assertion itself, or the response around it. */
  signs: z.enum(["assertion", "response"]).default("assertion"),
  /** The attribute that holds the mail address; `NameID` where the name of the subject is one. */
  mailAttribute: z.string().trim().min(1).max(500).default("NameID"),
  /** The attribute that holds the person's name; it is asked for in the metadata. */
  nameAttribute: z.string().trim().min(1).max(500).optional(),
});

/** What is known of an OpenID Connect provider. */
export type OidcSettings = z.infer<typeof oidcSettings>;

/** What is known of a SAML 2.0 identity provider. */
export type SamlSettings = z.infer<typeof samlSettings>;
