import type { Figure } from "../figures/figure.ts";
import type { CountName } from "./count-name.ts";

/** The indicators that rest on a count of deaths. */
const restOnDeaths: readonly string[] = [
  ...["death-rate-crude", "death-rate-adjusted", "years-of-life-lost", "life-expectancy-computed"],
];

/** What of a figure tells which count it rests on. */
type Resting = Pick<Figure, "indicator" | "subject" | "period" | "sex" | "cause" | "method">;

/** The count that a figure rests on, and is judged by; null where it rests on none that we know. */
export function countUnder(figure: Resting): CountName | null {
  const { indicator, subject: place, period, sex, cause } = figure;
  const name = { place, from: period.from, to: period.to, sex, cause, ageFrom: 0, ageBelow: null };
  if (indicator === "population") return { ...name, of: "people" };
  if (!restOnDeaths.includes(indicator)) return null;
  const isEarly = indicator === "years-of-life-lost" && !isPassedOn(figure);
  return { ...name, of: "deaths", ageBelow: isEarly ? earlyBelow : null };
}

/** The age below which deaths count as early. */
const earlyBelow = 75;

/** A publisher's own figure: which deaths it rests on, and how its limits were made, the release does not say. */
export const isPassedOn = ({ method }: Pick<Figure, "method">): boolean => method === "as-published";
