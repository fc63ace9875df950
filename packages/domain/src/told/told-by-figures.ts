import type { Figure } from "../figures/figure.ts";
import { publicationRules } from "../publication/publication.rules.ts";
import type { CountName } from "./count-name.ts";
import { countUnder, isPassedOn } from "./count-under.ts";
import { eventsBehind, eventsOfGammaLimits, eventsOfNormalLimits } from "./events-behind.ts";

/** What a reader is told of one count: its number, a bound or a rate; or that it is kept back. */
export type Telling = Readonly<{ name: CountName }> &
  Readonly<
    | { tells: "count"; count: number }
    | { tells: "kept" }
    | { tells: "at-least"; count: number }
    | { tells: "rate"; per100k: number; decimals: number }
  >;

/**
 * What figures tell of the counts under them. A crude rate tells its count by its interval; rates that are weighted by
 * age, and life expectancies, tell that there are at least so many deaths. Why a figure is not shown is told, too: no
 * rate is made of fewer than ten deaths, and 1 to 10 are kept, so that such a one had none.
 */
export const toldByFigures = (figures: readonly Figure[]): readonly Telling[] => figures.flatMap(toldByFigure);

type Shown = Figure & Readonly<{ value: number }>;

/** What a shown figure tells of the count under it, by indicator. */
const readers: Readonly<Record<string, (figure: Shown, name: CountName) => readonly Telling[]>> = {
  population: ({ value }, name) => [{ name, tells: "count", count: value }],
  "death-rate-crude": ({ value, lower, upper }, name) => {
    const rate: Telling = { name, tells: "rate", per100k: value, decimals: decimalsOf(value) };
    const count = lower === null || upper === null ? null : eventsBehind({ value, lower, upper });
    return count === null ? [rate] : [{ name, tells: "count", count }, rate];
  },
  "death-rate-adjusted": ({ value, lower }, name) => {
    const events = lower === null ? 0 : eventsOfGammaLimits(value, lower);
    return [atLeast(name, events - approximation)];
  },
  "years-of-life-lost": ({ value, upper }, name) => {
    const early = atLeast(name, upper === null ? 0 : eventsOfNormalLimits(value, upper) - rounding);
    return [early, { ...early, name: { ...name, ageBelow: null } }];
  },
  "life-expectancy-computed": (_, name) => [atLeast(name, leastShown)],
};

const leastShown = publicationRules.largestWithheldCount + 1;
/** Byar's approximation may be off by so much. */
const approximation = 0.1;
const rounding = 1e-6;

const atLeast = (name: CountName, events: number): Telling => ({
  name,
  tells: "at-least",
  count: Math.max(leastShown, Math.ceil(events)),
});

function toldByFigure(figure: Figure): readonly Telling[] {
  const name = countUnder(figure);
  if (name === null) return [];
  if (figure.state === "suppressed") return [{ name, tells: "kept" }];
  const isCount = figure.indicator === "population";
  if (isPassedOn(figure) && !isCount) return [];
  if (figure.value !== null) return readers[figure.indicator]!(figure as Shown, name);
  if (figure.reason === "fewer-than-10-events") return [{ name, tells: "count", count: 0 }];
  return figure.reason === "interval-too-wide" ? [atLeast(name, leastShown)] : [];
}

/** Decimals with which a number is told, up to six. */
function decimalsOf(value: number): number {
  let decimals = 0;
  while (decimals < 6 && Math.abs(value - Number(value.toFixed(decimals))) > 1e-9) decimals++;
  return decimals;
}
