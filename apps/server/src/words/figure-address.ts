import { pathPart } from "../pages/visit.ts";

/**
 * The address of a figure's receipt, after the language; each part of its id is escaped.
 *
 * @example
 * figurePath("life-expectancy-gap/gap:area:32>area:26/2010/all/all")
 * // => "/figures/life-expectancy-gap/gap:area:32%3Earea:26/2010/all/all"
 */
export const figurePath = (id: string): string => `/figures/${id.split("/").map(pathPart).join("/")}`;
