import type { Language } from "@evenspan/domain/kernel/text";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import { type Asked, answer, keep } from "./http/answer.ts";
import type { Assets } from "./http/assets.ts";
import type { PageCache } from "./http/page-cache.ts";
import { type Stored, stored } from "./http/stored.ts";
import { notKnown, type PageRoute } from "./pages/page.ts";
import { unknownPage } from "./pages/plain/unknown.tsx";
import { indexOf } from "./pages/release-index.ts";
import { renderPage, visitOf } from "./pages/render.tsx";
import { matchRoute } from "./pages/routes.ts";
import { address, pathPart, type Query } from "./pages/visit.ts";

const html = "text/html; charset=utf-8";

/** What the portal keeps between requests. */
export type PortalKeep = Readonly<{ assets: Assets; cache: PageCache }>;

/** A page that was asked for: of which release, in which language, at which parts of the address. */
export type PageAsked = Readonly<{
  release: PublishedRelease;
  pinned: boolean;
  language: Language;
  parts: readonly string[];
  query: URLSearchParams;
}>;

/** Answers with the page of a release, made once for its release and address; or with the page that says there is none. */
export function answerPage(it: PageAsked, asked: Asked, { assets, cache }: PortalKeep): Response {
  const matched = matchRoute(it.parts);
  if (!matched) return answerUnknown(it, asked, { assets, cache });
  const query = knownQuery(it.query, matched.route.query, it.release);
  const path = it.parts.length === 0 ? "" : `/${it.parts.map(pathPart).join("/")}`;
  const key = `${it.release.id} ${it.pinned} ${it.language}${address(path, query)}`;
  const kept = cache.get(key);
  const caching = matched.route.free ? keep.never : it.pinned ? keep.anHour : keep.briefly;
  if (kept) return answer(kept, asked, caching);
  const visit = visitOf(it.release, { ...it, path, query });
  const page = matched.route.render(visit, matched.params);
  if (!page) return answerUnknown(it, asked, { assets, cache });
  const made = stored(renderPage(page, visit, assets), html);
  if (!matched.route.free) cache.set(key, made);
  return answer(made, asked, caching);
}

/** Answers with the page that says that nothing is there: the same for all such addresses, so that it is made once. */
export function answerUnknown(
  it: Pick<PageAsked, "release" | "language">,
  asked: Asked,
  { assets, cache }: PortalKeep,
): Response {
  const key = `${it.release.id} unknown ${it.language}`;
  const page = cache.get(key) ?? unknown(it, assets);
  cache.set(key, page);
  return answer(page, asked, keep.briefly);
}

function unknown({ release, language }: Pick<PageAsked, "release" | "language">, assets: Assets): Stored {
  const visit = visitOf(release, { language, path: "/search", query: {}, pinned: false });
  return stored(renderPage(unknownPage(visit), visit, assets), html, 404);
}

/** The values of the keys that a page knows; one that it does not know is told to be so, and other keys are left aside. */
function knownQuery(query: URLSearchParams, known: PageRoute["query"], release: PublishedRelease): Query {
  return Object.fromEntries(
    Object.entries(known).flatMap(([key, isKnown]) => {
      const value = query.get(key);
      if (value === null || value === "") return [];
      return [[key, isKnown(value, indexOf(release)) ? value : notKnown]];
    }),
  );
}
