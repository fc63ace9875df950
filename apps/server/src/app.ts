import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import { type Context, Hono } from "hono";
import { type Asked, answer, keep } from "./http/answer.ts";
import { readAssets } from "./http/assets.ts";
import { isLanguage, preferredLanguage } from "./http/languages.ts";
import { pageCache } from "./http/page-cache.ts";
import { longestAddress, type RequestAddress, requestAddress } from "./http/request-address.ts";
import { securityHeaders, strictTransport } from "./http/security-headers.ts";
import { type Stored, stored } from "./http/stored.ts";
import { isOfficeAddress } from "./office/office-match.ts";
import { type BareKind, barePage } from "./pages/plain/bare-page.tsx";
import { answerPage, answerUnknown, type PortalKeep } from "./portal.ts";
import { answerFile } from "./release-file.ts";

/** Where releases come from: the newest published one, and any by its number. Null where there is none. */
export type Releases = Readonly<{
  current: () => Promise<PublishedRelease | null>;
  numbered: (number: number) => Promise<PublishedRelease | null>;
}>;

/** What a portal is made with. */
export type PortalOptions = Readonly<{
  releases: Releases;
  /** Most bytes of finished pages that are kept; 64 MB where it is not said. */
  cacheBytes?: number;
  /** Told of what went wrong inside; the reader is shown a page and no more. */
  onFault?: (fault: unknown) => void;
  /** The staff site, where this server has one: it answers at its own addresses, and the portal at all others. */
  office?: Hono;
}>;

/** The public portal: pages made from releases, their files, and nothing else. It reads; there is nothing to write. */
export function portalApp({ releases, office, ...options }: PortalOptions): Hono {
  const { cacheBytes = 64 * 2 ** 20, onFault = console.error } = options;
  const kept: PortalKeep = { assets: readAssets(), cache: pageCache(cacheBytes) };
  const app = new Hono();

  app.use(async (c, next) => {
    if (office && isOfficeAddress(c.req.url)) return office.fetch(c.req.raw, c.env);
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return bare("method", 405, c, { allow: "GET, HEAD" });
    if (c.req.url.length > longestAddress) return bare("too-long", 414, c);
    await next();
  });
  app.get("/", (c) => toLanguage(c));
  app.get("/robots.txt", (c) => answer(robots, asked(c), keep.briefly));
  app.get("/assets/*", (c) => {
    const asset = kept.assets.byAddress.get(requestAddress(c.req.url)?.path ?? "");
    return asset ? answer(asset, asked(c), keep.forever) : unknown(c);
  });
  app.get("/files/:number/*", async (c) => {
    const { parts } = requestAddress(c.req.url) ?? { parts: [] };
    const release = await numbered(parts[1]);
    const path = parts.slice(2).join("/");
    return (release && answerFile(release, path, asked(c), kept.cache)) ?? unknown(c);
  });
  app.get("*", async (c) => {
    const it = requestAddress(c.req.url);
    return it && isLanguage(it.parts[0]) ? page(it, c) : unknown(c);
  });
  app.onError((fault, c) => {
    onFault(fault);
    return bare("failed", 500, c);
  });
  return app;

  async function page({ parts, query }: RequestAddress, c: Context): Promise<Response> {
    const [language, ...rest] = parts;
    if (!isLanguage(language)) return unknown(c);
    if (rest.at(-1) === "" && rest.length > 0) rest.pop();
    const pinned = rest[0] === "r";
    const release = pinned ? await numbered(rest[1]) : await releases.current();
    if (!release) return pinned ? unknown(c) : bare("empty", 503, c, { "retry-after": "60" });
    return answerPage({ release, pinned, language, parts: pinned ? rest.slice(2) : rest, query }, asked(c), kept);
  }

  async function numbered(word: string | undefined): Promise<PublishedRelease | null> {
    return word && /^[1-9]\d{0,6}$/.test(word) ? releases.numbered(Number(word)) : null;
  }

  async function unknown(c: Context): Promise<Response> {
    const release = await releases.current();
    if (!release) return bare("empty", 503, c, { "retry-after": "60" });
    return answerUnknown({ release, language: languageOf(c) }, asked(c), kept);
  }

  function bare(kind: BareKind, status: Stored["status"], c: Context, more: Record<string, string> = {}): Response {
    const text = barePage(kind, languageOf(c), kept.assets);
    return answer(stored(text, "text/html; charset=utf-8", status), asked(c), keep.never, more);
  }
}

const robots = stored("User-agent: *\nAllow: /\n", "text/plain; charset=utf-8");

/** What of a request decides the form of its answer; the proxy in front says whether the reader came by https. */
const asked = (c: Context): Asked => ({
  header: (name) => c.req.header(name),
  secure: c.req.url.startsWith("https:") || c.req.header("x-forwarded-proto") === "https",
});

/** The language of the address, else the one that the browser asks for. */
function languageOf(c: Context) {
  const word = requestAddress(c.req.url)?.parts[0];
  return isLanguage(word) ? word : preferredLanguage(c.req.header("accept-language"));
}

function toLanguage(c: Context): Response {
  const location = `/${preferredLanguage(c.req.header("accept-language"))}`;
  const headers = {
    ...securityHeaders,
    ...(asked(c).secure && strictTransport),
    ...{ location, vary: "Accept-Language", "cache-control": "no-cache" },
  };
  return new Response(null, { status: 302, headers });
}
