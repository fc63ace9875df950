import type { Figure, FigureInput, Withheld } from "@evenspan/domain/figures/figure";
import { gapSubject } from "@evenspan/domain/figures/subject";
import type { ValueState } from "@evenspan/domain/kernel/value-state";
import { lifeExpectancyRow } from "./invented-datasets.ts";
import { inventedFigure } from "./invented-figure.ts";
import {
  areaId,
  areaNumbers,
  type Invented,
  inventedPeople,
  inventedRate,
  inventedYears,
  jitter,
  tenth,
} from "./invented-values.ts";

type Why = readonly [ValueState, Withheld | null];

/** Areas whose life expectancy of 2010 is not shown: each state that a value can be in. */
const withheldAreas: Readonly<Record<number, Why>> = {
  17: ["unreliable", "doubtful-estimate"],
  37: ["suppressed", "protects-people"],
  47: ["unreliable", "interval-too-wide"],
  54: ["missing", "no-rows"],
  55: ["not-applicable", null],
  76: ["not-collected", null],
};

const rows = (dataset: string, ...observations: number[]): FigureInput => ({
  dataset,
  rows: observations.length,
  observations,
});

const publishedYears = [1990, 2000, 2010].flatMap((year) =>
  areaNumbers.map((number) => {
    const withheld = year === 2010 ? withheldAreas[number] : undefined;
    return inventedFigure({
      indicator: "life-expectancy",
      subject: areaId(number),
      from: year,
      unit: "years",
      value: inventedYears(number, year),
      method: "as-published",
      origin: "published",
      inputs: [rows("qx11-le", lifeExpectancyRow(number, year))],
      ...(withheld && { withheld }),
    });
  }),
);

const manyRows = Array.from({ length: 400 }, (_, i) => i + 1);

const computedYears = areaNumbers.map((number) =>
  inventedFigure({
    indicator: "life-expectancy-computed",
    subject: areaId(number),
    from: 2019,
    to: 2023,
    unit: "years",
    value: inventedYears(number, 2023),
    method: "chiang-silcocks",
    origin: "synthetic",
    inputs: [
      { dataset: "qx12-deaths", rows: 1850, observations: manyRows },
      { dataset: "qx13-people", rows: 190, observations: manyRows.slice(0, 190) },
    ],
    ...(number === 9 && { withheld: ["unreliable", "interval-too-wide"] as Why }),
  }),
);

const city = [
  [1990, 71.3, 71.1, 71.5],
  [2000, 74.6, 74.4, 74.8],
  [2010, 77.6, 77.4, 77.8],
].map(([year, value, lower, upper]) =>
  inventedFigure({
    indicator: "life-expectancy",
    subject: "city:chicago",
    from: year!,
    unit: "years",
    value: { value: value!, lower: lower!, upper: upper! },
    method: "as-published",
    origin: "published",
    inputs: [rows("qx11-le", 300)],
  }),
);

const told = (["area:32", "area:26", "city:chicago"] as const).map((subject, i) =>
  inventedFigure({
    indicator: "life-expectancy",
    subject,
    from: 2023,
    unit: "years",
    value: [87.1, 66.8, 78.7][i]!,
    method: "as-published",
    origin: "reported",
    inputs: [rows("qx16-told", i + 1)],
  }),
);

const causes: readonly (readonly [key: string, level: number])[] = [
  ["all", 850],
  ["coronary-heart-disease", 130],
  ["cancer", 190],
  ["diabetes-related", 65],
  ["homicide", 18],
  ["stroke", 48],
];

const deathRates = causes.flatMap(([cause, level], i) => [
  rate("city:chicago", cause, { value: level, lower: tenth(level * 0.98), upper: tenth(level * 1.02) }),
  ...areaNumbers.map((number) =>
    rate(areaId(number), cause, inventedRate(number, level, i + 2), cause === "homicide" && jitter(number) > 0.2),
  ),
]);

function rate(subject: Figure["subject"], cause: string, value: Invented, few = false): Figure {
  return inventedFigure({
    indicator: "death-rate-adjusted",
    subject,
    from: 2019,
    to: 2023,
    cause,
    unit: "per-100k",
    value,
    method: "direct-fay-feuer",
    origin: "synthetic",
    inputs: [
      { dataset: "qx12-deaths", rows: 185, observations: manyRows.slice(0, 185) },
      { dataset: "qx13-people", rows: 190, observations: manyRows.slice(0, 190) },
    ],
    ...(few && { withheld: ["suppressed", "protects-people"] as Why }),
  });
}

const hardship = areaNumbers.map((number) =>
  inventedFigure({
    indicator: "hardship",
    subject: areaId(number),
    from: 2008,
    to: 2012,
    unit: "index-0-100",
    value: Math.max(
      1,
      Math.min(98, Math.round(50 + (77 - inventedYears(number, 2010).value) * 5 + 18 * jitter(number * 11))),
    ),
    method: "as-published",
    origin: "published",
    inputs: [rows("qx14-hardship", number)],
    ...(number === 76 && { withheld: ["not-applicable", null] as Why }),
  }),
);

const people = areaNumbers.map((number) => population(areaId(number), inventedPeople(number)));

function population(subject: Figure["subject"], value: number): Figure {
  return inventedFigure({
    indicator: "population",
    subject,
    from: 2010,
    unit: "people",
    value,
    method: subject.startsWith("set:") ? "sum-of-places" : "as-published",
    origin: "published",
    inputs: [rows("qx13-people", 1, 2, 3)],
  });
}

/** The gap's ends: the Loop and West Garfield Park. */
const pair = gapSubject("area:32", "area:26");

const gaps = [1990, 2000, 2010].map((year) => gap(year, year, "life-expectancy", "computed"));
const syntheticGap = gap(2019, 2023, "life-expectancy-computed", "synthetic");

function gap(from: number, to: number, of: string, origin: "computed" | "synthetic"): Figure {
  const [high, low] = [inventedYears(32, to), inventedYears(26, to)];
  const value = tenth(high.value - low.value);
  const half = Math.hypot(high.upper - high.value, low.upper - low.value);
  const period = from === to ? from : `${from}-${to}`;
  return inventedFigure({
    indicator: of === "life-expectancy" ? "life-expectancy-gap" : "life-expectancy-gap-computed",
    subject: pair,
    from,
    to,
    unit: "years",
    value: { value, lower: tenth(value - half), upper: tenth(value + half) },
    method: "difference-of-independent",
    origin,
    inputs: [{ figure: `${of}/area:32/${period}/all/all` }, { figure: `${of}/area:26/${period}/all/all` }],
  });
}

const committed = inventedFigure({
  indicator: "commitments",
  subject: "system:example",
  from: 2018,
  unit: "usd",
  value: 6_000_000,
  method: "as-published",
  origin: "published",
  inputs: [rows("qx15-money", 1)],
});

const westSidePeople = population(
  "set:west-side@2",
  [23, 24, 25, 26, 27, 28, 29, 30, 31].reduce((sum, number) => sum + inventedPeople(number), 0),
);

/** Every figure of the invented release. */
export const inventedFigures: readonly Figure[] = [
  ...publishedYears,
  ...city,
  ...told,
  ...computedYears,
  ...gaps,
  syntheticGap,
  ...deathRates,
  ...people,
  westSidePeople,
  ...hardship,
  committed,
];
