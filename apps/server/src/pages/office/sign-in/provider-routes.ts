import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { beginProviderSignIn } from "@evenspan/domain/sign-in/providers/begin-provider-sign-in";
import { finishOidc } from "@evenspan/domain/sign-in/providers/finish-oidc";
import { finishSaml } from "@evenspan/domain/sign-in/providers/finish-saml";
import { openProviderOf } from "@evenspan/domain/sign-in/providers/open-provider";
import { serviceProviderMetadata } from "@evenspan/domain/sign-in/providers/saml/service-provider-metadata";
import { createElement } from "react";
import type { NewCookie } from "../../../office/http/cookies.ts";
import { localPath } from "../../../office/http/local-path.ts";
import { download, type GoTo, goTo, page } from "../../../office/office-answer.ts";
import type { OpenRoute } from "../../../office/office-route.ts";
import { afterSignIn } from "./after-sign-in.ts";
import { ConfirmProvider } from "./confirm-provider.tsx";

/**
 * Sends someone to where the system's people sign in. What the browser keeps ties the way back to it. Who was led here by
 * another site is asked first, for a provider that knows them would answer by itself.
 */
export const beginAtProviderRoute: OpenRoute = {
  path: "sign-in/with/:provider",
  open: true,
  get: async (visit, { provider }) => {
    const { desk, query, href, site, t, fromOurPage } = visit;
    if (!fromOurPage) return page(t("sign-in.title"), createElement(ConfirmProvider, { providerId: provider! }));
    const returnTo = localPath(query.get("to")) ?? href("");
    const begun = await beginProviderSignIn(desk, { providerId: provider!, returnTo, site });
    return isRefusal(begun) ? begun : goTo(begun.location, undefined, { cookies: [ticket(begun.ticket)] });
  },
};

/** Where an OpenID Connect provider sends people back to. */
export const oidcRoute: OpenRoute = {
  path: "sign-in/oidc/:provider",
  open: true,
  get: async (visit, { provider }) => {
    const address = `${visit.path}?${visit.query}`;
    const outcome = await finishOidc(visit.desk, { ...returned(visit, provider!), address });
    return isRefusal(outcome) ? outcome : withoutTicket(await afterSignIn(visit, outcome, outcome.returnTo));
  },
};

/** Where a SAML provider posts its assertion; and, asked by GET, what the provider must know of the office. */
export const samlRoute: OpenRoute = {
  path: "sign-in/saml/:provider",
  open: true,
  crossSite: true,
  get: async ({ desk, site }, { provider }) => {
    const found = await openProviderOf(desk, provider!, "saml");
    if (isRefusal(found)) return found;
    const xml = Buffer.from(serviceProviderMetadata(found, site));
    return download(xml, {
      mediaType: "application/samlmetadata+xml; charset=utf-8",
      fileName: `evenspan-${provider}.xml`,
    });
  },
  post: async (visit, { provider }, form) => {
    const answer = { response: form.exact("SAMLResponse"), relayState: form.exact("RelayState") };
    const outcome = await finishSaml(visit.desk, { ...returned(visit, provider!), ...answer });
    return isRefusal(outcome) ? outcome : withoutTicket(await afterSignIn(visit, outcome, outcome.returnTo));
  },
};

type Returning = Readonly<{ site: string; device: string; providerCookie: string | null }>;

const returned = ({ site, device, providerCookie }: Returning, providerId: string) => ({
  ...{ providerId, site, device, ticket: providerCookie ?? "" },
});

/** A SAML provider posts from its own site, and the cookie must come along. */
const ticket = (value: string): NewCookie => ({ name: "provider", value, maxAgeSeconds: 600, sameSite: "None" });

const withoutTicket = (answer: GoTo): GoTo => ({
  ...answer,
  cookies: [...(answer.cookies ?? []), { name: "provider", value: "", sameSite: "None" }],
});
