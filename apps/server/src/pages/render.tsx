import type { Language } from "@evenspan/domain/kernel/text";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import { renderToStaticMarkup } from "react-dom/server";
import type { Assets } from "../http/assets.ts";
import { languages } from "../http/languages.ts";
import { translator } from "../messages/translate.ts";
import { Document } from "../parts/layout/document.tsx";
import type { Page } from "./page.ts";
import { indexOf } from "./release-index.ts";
import { address, type Query, type Visit, VisitProvider } from "./visit.ts";
import { WordsProvider } from "./words-context.ts";

/** Where a visit goes: the parts of its address that the router has read. */
export type Destination = Readonly<{ language: Language; path: string; query: Query; pinned: boolean }>;

/** A visit to a release. */
export function visitOf(release: PublishedRelease, { language, path, query, pinned }: Destination): Visit {
  const base = pinned ? `/r/${release.number}` : "";
  return {
    release,
    index: indexOf(release),
    language,
    t: translator(language),
    path,
    query,
    pinned,
    href: (to, more) => address(`/${language}${base}${to}`, more),
  };
}

/** The whole text of a page. */
export function renderPage(page: Page, visit: Visit, assets: Assets): string {
  const base = visit.pinned ? `/r/${visit.release.number}` : "";
  const inLanguage = Object.fromEntries(
    languages.map((one) => [one, address(`/${one}${base}${visit.path}`, visit.query)]),
  ) as Record<Language, string>;
  const { style, font, icon } = assets;
  const markup = renderToStaticMarkup(
    <WordsProvider value={visit}>
      <VisitProvider value={visit}>
        <Document title={page.title} surroundings={{ style, font, icon, inLanguage }}>
          {page.body}
        </Document>
      </VisitProvider>
    </WordsProvider>,
  );
  return `<!doctype html>${markup.replace(emptyShapes, "/>")}`;
}

/** Shapes hold nothing: within a picture HTML lets them close themselves, which saves a map a kilobyte. */
const emptyShapes = /><\/(?:path|circle|line|rect)>/g;
