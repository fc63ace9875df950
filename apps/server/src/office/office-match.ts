import { paramsOf } from "../pages/routes.ts";
import type { Params } from "./office-answer.ts";
import type { OfficeRoute } from "./office-route.ts";

/** A route that fits an address, with the parts that it names. */
export type MatchedOffice = Readonly<{ route: OfficeRoute; params: Params }>;

/** Routes of the office, and those whose addresses have no language because another site knows them. */
export type RouteTable = Readonly<{ office: readonly OfficeRoute[]; callbacks: readonly OfficeRoute[] }>;

/** The route of an address in parts, after the language; null where there is none. */
export function matchOffice(parts: readonly string[] | null, table: RouteTable): MatchedOffice | null {
  if (parts === null) return null;
  const [among, rest] = parts[0] === "office" ? [table.office, parts.slice(1)] : [table.callbacks, parts];
  for (const route of among) {
    const params = paramsOf(route.path, rest);
    if (params) return { route, params };
  }
  return null;
}

/**
 * Whether an address is the office's, and not the portal's: asked at every request, so it looks at the letters only.
 *
 * @example
 * isOfficeAddress("http://localhost/es/office/people") // => true
 * @example
 * isOfficeAddress("http://localhost/en/areas/office") // => false
 */
export const isOfficeAddress = (url: string): boolean => officeAddress.test(url);

const officeAddress = /^https?:\/\/[^/]*(?:\/(?:en|es))?\/(?:office|sign-in)(?:[/?#]|$)/;
