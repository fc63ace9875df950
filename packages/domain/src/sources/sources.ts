import { chicagoCausesOfDeath } from "./chicago-causes-of-death.source.ts";
import { chicagoHardship } from "./chicago-hardship.source.ts";
import { chicagoLifeExpectancy } from "./chicago-life-expectancy.source.ts";
import { chicagoPopulation } from "./chicago-population.source.ts";
import { communityAreaBoundaries } from "./community-area-boundaries.source.ts";
import { deathRecordsSource } from "./death-records.source.ts";
import { deathsSource } from "./deaths.source.ts";
import { peopleSource } from "./people.source.ts";
import { publishedFiguresSource } from "./published-figures.source.ts";
import type { Source } from "./source.ts";
import { tractArea } from "./tract-area.source.ts";
import { usaleep } from "./usaleep.source.ts";
import { wonderDeaths } from "./wonder-deaths.source.ts";
import { zipArea } from "./zip-area.source.ts";

/** Every kind of file that Evenspan reads: those that any office can fill, then those that others publish. */
export const sources: readonly Source[] = [
  deathsSource,
  deathRecordsSource,
  peopleSource,
  publishedFiguresSource,
  chicagoLifeExpectancy,
  chicagoCausesOfDeath,
  chicagoPopulation,
  chicagoHardship,
  communityAreaBoundaries,
  tractArea,
  zipArea,
  usaleep,
  wonderDeaths,
];

/**
 * The source with this key, or null.
 *
 * @example
 * sourceByKey("people").version // => 1
 */
export const sourceByKey = (key: string): Source | null => sources.find((source) => source.key === key) ?? null;
