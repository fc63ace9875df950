import type { Figure } from "@evenspan/domain/figures/figure";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import { pathPart } from "../pages/visit.ts";

/**
 * The address of a figure's receipt, after the language; each part of its id is escaped, and an end of "all/all" (both
 * sexes, all causes) is left out.
 *
 * @example
 * figurePath("life-expectancy-gap/gap:area:32>area:26/2010/all/all")
 * // => "/figures/life-expectancy-gap/gap:area:32%3Earea:26/2010"
 */
export const figurePath = (id: string): string =>
  `/figures/${id
    .replace(/\/all\/all$/, "")
    .split("/")
    .map(pathPart)
    .join("/")}`;

/**
 * The figure that an address names, whether it says "all/all" at its end or not.
 *
 * @param path the parts of the address after "figures/", unescaped
 */
export const figureAt = (path: string | undefined, release: Pick<PublishedRelease, "figure">): Figure | null =>
  release.figure(path ?? "") ?? release.figure(`${path}/all/all`);
