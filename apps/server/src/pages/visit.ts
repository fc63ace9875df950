import type { Language } from "@evenspan/domain/kernel/text";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import { createContext, useContext } from "react";
import type { Translate } from "../messages/translate.ts";
import type { ReleaseIndex } from "./release-index.ts";

/** The query of an address: the keys that the page knows, nothing else. */
export type Query = Readonly<Record<string, string | undefined>>;

/** One look at a release: which one, in which language, at which address. All that a page is made from. */
export type Visit = Readonly<{
  release: PublishedRelease;
  index: ReleaseIndex;
  language: Language;
  t: Translate;
  /** After the language and the release: "/areas", or "" for the first page. */
  path: string;
  query: Query;
  /** Whether the address names its release, so that it shows the same for ever. */
  pinned: boolean;
  /** The address of a page in this language and release. */
  href: (path: string, query?: Query) => string;
}>;

const VisitContext = createContext<Visit | null>(null);

/** Gives the visit to all parts below. */
export const VisitProvider = VisitContext.Provider;

/** The visit that a part is drawn for. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (!visit) throw new Error("A part was drawn outside of a visit.");
  return visit;
}

/**
 * An address with its query, each key and value escaped; keys without a value are left out.
 *
 * @example
 * address("/en/compare", { a: "loop", b: undefined }) // => "/en/compare?a=loop"
 */
export function address(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/**
 * One part of a path, escaped; the colons and at signs of ids stay as they are.
 *
 * @example
 * pathPart("gap:area:32>area:26") // => "gap:area:32%3Earea:26"
 */
export const pathPart = (part: string): string =>
  encodeURIComponent(part).replaceAll("%3A", ":").replaceAll("%40", "@");
