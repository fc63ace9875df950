/**
 * Where an identity provider sends people back to: the redirect address (OpenID Connect) or the assertion consumer
 * service (SAML). It is given to the provider when the two are set up, and bears no language.
 *
 * @param site the public address of the server, such as `https://office.example.org`
 * @example
 * callbackAddress("https://office.example.org/", "oidc", "rush") // => "https://office.example.org/sign-in/oidc/rush"
 */
export const callbackAddress = (site: string, kind: "oidc" | "saml", providerId: string): string =>
  `${site.replace(/\/+$/, "")}/sign-in/${kind}/${providerId}`;
