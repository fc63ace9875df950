import { commitments } from "./commitments.indicator.ts";
import { deathRateAdjusted } from "./death-rate-adjusted.indicator.ts";
import { deathRateCrude } from "./death-rate-crude.indicator.ts";
import { goalBaseline } from "./goal-baseline.indicator.ts";
import { hardship } from "./hardship.indicator.ts";
import type { Indicator } from "./indicator.ts";
import { lifeExpectancyPublished } from "./life-expectancy.indicator.ts";
import { lifeExpectancyComputed } from "./life-expectancy-computed.indicator.ts";
import { lifeExpectancyGap, lifeExpectancyGapComputed } from "./life-expectancy-gap.indicator.ts";
import { population } from "./population.indicator.ts";
import { yearsOfLifeLostRate } from "./years-of-life-lost.indicator.ts";

/** Every figure that Evenspan makes, in the order of a place's page. A new one adds its file and a line here. */
export const indicators: readonly Indicator[] = [
  lifeExpectancyPublished,
  lifeExpectancyComputed,
  lifeExpectancyGap,
  lifeExpectancyGapComputed,
  deathRateAdjusted,
  deathRateCrude,
  yearsOfLifeLostRate,
  goalBaseline,
  population,
  hardship,
  commitments,
];

/**
 * The indicator with this key, or null.
 *
 * @example
 * indicatorByKey("life-expectancy").unit // => "years"
 */
export const indicatorByKey = (key: string): Indicator | null => indicators.find((one) => one.key === key) ?? null;
