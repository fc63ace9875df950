import type { Origin } from "@evenspan/domain/kernel/command";
import type { Language } from "@evenspan/domain/kernel/text";
import { isLanguage, preferredLanguage } from "../http/languages.ts";
import { longestAddress, requestAddress } from "../http/request-address.ts";
import { plainText } from "./forms/form.ts";
import { clientAddress } from "./http/client-address.ts";
import { type CookieName, readCookies } from "./http/cookies.ts";
import { requestIdOf } from "./http/request-id.ts";
import type { OfficeOptions } from "./office-options.ts";

/** A request as it came in: where to, in which language, with which cookies, from whom. */
export type Arrival = Readonly<{
  request: Request;
  language: Language;
  /** After the language: `["office", "people"]`; null where the address is not well written. */
  parts: readonly string[] | null;
  path: string;
  query: URLSearchParams;
  cookies: Readonly<Partial<Record<CookieName, string>>>;
  requestId: string;
  from: Origin;
  now: Date;
}>;

/** Reads a request. Letters that no page shows and no database holds are left out of its query. */
export function arrivalOf(request: Request, peer: string | undefined, options: OfficeOptions): Arrival {
  const header = (name: string) => request.headers.get(name);
  const address = request.url.length > longestAddress ? null : requestAddress(request.url);
  const [first, ...rest] = address?.parts ?? [];
  const language = isLanguage(first) ? first : preferredLanguage(header("accept-language"));
  const parts = isLanguage(first) ? rest : (address?.parts ?? null);
  const proxies = options.proxies ?? 0;
  // Without a proxy of ours in front, whoever asks could name any id.
  const requestId = requestIdOf(proxies > 0 ? header("x-request-id") : null);
  return {
    ...{ request, language, requestId, now: options.clock() },
    ...{ parts: parts && tidied(parts), path: address?.path ?? "/", query: tidiedQuery(address?.query) },
    cookies: readCookies(header("cookie"), isSecure(options)),
    from: {
      channel: "web",
      address: clientAddress(peer, header("x-forwarded-for"), proxies),
      requestId,
    },
  };
}

/** Whether the office is reached by https: then its cookies go no other way. */
export const isSecure = ({ site }: Pick<OfficeOptions, "site">): boolean => site.startsWith("https:");

/** An address may end in a stroke; one with a letter that no name has is nobody's. */
function tidied(parts: readonly string[]): readonly string[] | null {
  if (parts.some((part) => plainText(part) !== part || part.includes("\n") || part.includes("\ufffd"))) return null;
  return parts.length > 1 && parts.at(-1) === "" ? parts.slice(0, -1) : parts;
}

const tidiedQuery = (query = new URLSearchParams()): URLSearchParams =>
  new URLSearchParams([...query].map(([key, value]): [string, string] => [plainText(key), plainText(value)]));
