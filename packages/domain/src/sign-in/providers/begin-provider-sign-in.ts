import { sha256 } from "../../kernel/canonical.ts";
import { isRefusal, type Outcome, type Refusal } from "../../kernel/refusal.ts";
import { atDesk } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { secretToken, tokenHash } from "../secret-token.ts";
import { noteOnce } from "../tries/note-once.ts";
import { providerRefusal } from "./admission/provider-refusal.ts";
import { recordRefused } from "./admission/refused-sign-in.ts";
import { callbackAddress } from "./callback-address.ts";
import { isLocalPath } from "./local-path.ts";
import { askOidc } from "./oidc/ask-oidc.ts";
import { openProvider, type Provider } from "./open-provider.ts";
import { keepRequest, type SentRequest } from "./request-under-way.ts";
import { askSaml } from "./saml/ask-saml.ts";

/** Where the browser is to go, and a ticket that it is to keep in a cookie until it comes back. */
export type Begun = Readonly<{ location: string; ticket: string }>;

/**
 * Begins a sign-in at a provider: by OpenID Connect (authorization code with PKCE, RFC 7636 and RFC 9700), or by SAML 2.0
 * (the redirect binding). It may be finished once, within ten minutes.
 *
 * `ticket` ties the sign-in to the browser that began it. Where the page gives it to the finishing function again, nobody
 * can be brought to finish, unknowingly, a sign-in that someone else began with their own account.
 *
 * @param returnTo a path of this site (`isLocalPath`), given back when the sign-in is finished
 * @param site the public address of the server
 */
export async function beginProviderSignIn(
  desk: SignInDesk,
  { providerId, returnTo, site }: Readonly<{ providerId: string; returnTo: string; site: string }>,
): Promise<Outcome<Begun>> {
  if (!isLocalPath(returnTo)) return providerRefusal("return-path");
  const provider = await openProvider(desk, providerId);
  if (isRefusal(provider)) return provider;
  const [state, ticket] = [secretToken(), secretToken()];
  const asked = await ask(desk, provider, { state, callback: callbackAddress(site, provider.kind, providerId) });
  if (isRefusal(asked)) return asked.code === "provider-unreachable" ? silent(desk, providerId, asked) : asked;
  const request = { ticketHash: tokenHash(ticket), ask: asked.sent };
  await keepRequest(desk, { providerId, state, returnTo, request });
  return { location: asked.location, ticket };
}

/** Writes once in a quarter of an hour that a provider cannot be asked: a sign-in is begun by anyone. */
const silent = (desk: SignInDesk, providerId: string, refusal: Refusal): Promise<Refusal> =>
  atDesk(desk, async (trx) => {
    const since = new Date(desk.now.getTime() - silenceMinutes * 60_000);
    if (await noteOnce(trx, desk, { account: sha256(`provider ${providerId}`), since })) {
      const why = "the provider could not be asked, or what it says of itself could not be trusted";
      await recordRefused(trx, desk, providerId, { code: "provider-unreachable", why });
    }
    return refusal;
  });

const silenceMinutes = 15;

type Asked = Readonly<{ location: string; sent: SentRequest["ask"] }>;

const ask = (
  { now }: SignInDesk,
  provider: Provider,
  request: Readonly<{ state: string; callback: string }>,
): Promise<Asked | Refusal> =>
  provider.kind === "oidc" ? askOidc(provider, request, now) : askSaml(provider, request);
