import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import type { Hono } from "hono";
import { portalApp } from "../app.ts";
import { inventedOutlines } from "./invented-outlines.ts";
import { inventedRelease } from "./invented-release.ts";

/** A portal whose newest release is an invented one, with an older one beside it. */
export function inventedPortal(current: PublishedRelease | null = inventedRelease()): Hono {
  const older = inventedRelease({ outlines: inventedOutlines }, 2);
  const all = [older, ...(current ? [current] : [])];
  return portalApp({
    releases: {
      current: async () => current,
      numbered: async (number) => all.find((release) => release.number === number) ?? null,
    },
    onFault: () => {},
  });
}

/** One address of each kind of page, after the language. */
export const pagesOfEachKind: readonly string[] = [
  "",
  "/areas",
  "/areas?measure=death-rate-adjusted.2019-2023&cause=homicide&sort=value&order=down",
  "/areas?measure=hardship.2008-2012&sort=side",
  "/areas/west-garfield-park",
  "/areas/fuller-park",
  "/areas/edison-park",
  "/areas/chicago",
  "/compare",
  "/compare?a=loop&b=west-garfield-park",
  "/compare?a=austin&b=east-garfield-park",
  "/claims",
  "/search",
  "/search?q=pilsen",
  "/methods",
  "/methods/small-numbers",
  "/methods/ranges",
  "/methods/life-expectancy",
  "/methods/death-rate-adjusted",
  "/data",
  "/datasets/qx11-le",
  "/datasets/qx12-deaths",
  "/release",
  "/about",
  "/figures/life-expectancy-gap/gap:area:32%3Earea:26/2010/all/all",
  "/figures/life-expectancy/area:17/2010/all/all",
  "/figures/life-expectancy-computed/area:26/2019-2023/all/all",
  "/figures/population/set:west-side@2/2010/all/all",
  "/figures/commitments/system:example/2018/all/all",
  "/rows/qx13-people/life-expectancy-computed/area:26/2019-2023/all/all?page=2",
  "/r/2",
  "/r/2/areas",
  "/r/2/areas/austin",
];
