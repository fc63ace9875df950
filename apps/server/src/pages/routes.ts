import { causeByKey } from "@evenspan/domain/sources/causes";
import type { PageRoute, QueryCheck } from "./page.ts";
import { aboutPage } from "./plain/about.tsx";
import { areaPage } from "./portal/area.tsx";
import { areasPage } from "./portal/areas.tsx";
import { isSort } from "./portal/areas-table.tsx";
import { claimsPage } from "./portal/claims.tsx";
import { comparePage } from "./portal/compare.tsx";
import { homePage } from "./portal/home.tsx";
import { searchPage } from "./portal/search.tsx";
import { dataPage } from "./proof/data.tsx";
import { datasetPage } from "./proof/dataset.tsx";
import { methodPage } from "./proof/method.tsx";
import { methodsPage } from "./proof/methods.tsx";
import { rangesPage } from "./proof/ranges.tsx";
import { receiptPage } from "./proof/receipt.tsx";
import { releasePage } from "./proof/release.tsx";
import { rowsPage } from "./proof/rows.tsx";
import { smallNumbersPage } from "./proof/small-numbers.tsx";
import type { Query } from "./visit.ts";

const isMeasure: QueryCheck = (value, { byKind }) => byKind.has(`${value}.all.all`);
const isCause: QueryCheck = (value) => causeByKey(value) !== null;
const isOrder: QueryCheck = (value) => value === "up" || value === "down";
const isPlaceSlug: QueryCheck = (value, { placeBySlug }) => placeBySlug.has(value);
const isPageNumber: QueryCheck = (value) => /^[1-4]$/.test(value);
const isShort: QueryCheck = (value) => value.length <= 80;

/** All pages about a release. The first that fits an address makes it. */
export const routes: readonly PageRoute[] = [
  { path: "", query: {}, render: homePage },
  { path: "areas", query: { measure: isMeasure, cause: isCause, sort: isSort, order: isOrder }, render: areasPage },
  { path: "areas/:area", query: {}, render: areaPage },
  { path: "compare", query: { a: isPlaceSlug, b: isPlaceSlug }, render: comparePage },
  { path: "claims", query: {}, render: claimsPage },
  { path: "search", query: { q: isShort }, free: true, render: searchPage },
  { path: "figures/*id", query: {}, render: receiptPage },
  { path: "rows/:dataset/*figure", query: { page: isPageNumber }, render: rowsPage },
  { path: "methods", query: {}, render: methodsPage },
  { path: "methods/small-numbers", query: {}, render: smallNumbersPage },
  { path: "methods/ranges", query: {}, render: rangesPage },
  { path: "methods/:indicator", query: {}, render: methodPage },
  { path: "data", query: {}, render: dataPage },
  { path: "datasets/:dataset", query: {}, render: datasetPage },
  { path: "release", query: {}, render: releasePage },
  { path: "about", query: {}, render: aboutPage },
];

/** A route that fits, with the parts of the address that it names. */
export type Matched = Readonly<{ route: PageRoute; params: Query }>;

/** The route of an address, given in parts after the language and the release; null where there is none. */
export function matchRoute(parts: readonly string[], among: readonly PageRoute[] = routes): Matched | null {
  for (const route of among) {
    const params = paramsOf(route.path, parts);
    if (params) return { route, params };
  }
  return null;
}

/**
 * What an address gives for the names in a pattern; null where it does not fit.
 *
 * @example
 * paramsOf("areas/:area", ["areas", "loop"]) // => { area: "loop" }
 * @example
 * paramsOf("figures/*id", ["figures", "hardship", "area:26"]) // => { id: "hardship/area:26" }
 * @example
 * paramsOf("areas", ["claims"]) // => null
 */
export function paramsOf(pattern: string, parts: readonly string[]): Query | null {
  const wanted = pattern === "" ? [] : pattern.split("/");
  const rest = wanted.at(-1)?.startsWith("*") ? wanted.at(-1)!.slice(1) : null;
  const fixed = rest === null ? wanted : wanted.slice(0, -1);
  if (rest === null ? parts.length !== fixed.length : parts.length <= fixed.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of fixed.entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = parts[i]!;
    else if (part !== parts[i]) return null;
  }
  if (rest !== null) params[rest] = parts.slice(fixed.length).join("/");
  return params;
}
