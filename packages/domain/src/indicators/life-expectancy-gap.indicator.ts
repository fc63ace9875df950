import { isUndefined, publishedDifference } from "@evenspan/stats";
import type { DraftFigure, FigureOrigin } from "../figures/figure.ts";
import { gapSubject } from "../figures/subject.ts";
import { groupBy } from "../kernel/group-by.ts";
import { type Computed, draft, notComputable } from "./draft.ts";
import type { Indicator } from "./indicator.ts";
import { lifeExpectancyPublished } from "./life-expectancy.indicator.ts";
import { lifeExpectancyComputed } from "./life-expectancy-computed.indicator.ts";
import type { Pair, Readings } from "./readings.ts";

const words = {
  unit: "years",
  decimals: 1,
  better: "lower",
} as const;

/** The gap between two places, from published life expectancies and their limits. */
export const lifeExpectancyGap: Indicator = {
  key: "life-expectancy-gap",
  version: 1,
  title: { en: "The gap in how long people can expect to live", es: "La brecha en cuánto pueden esperar vivir" },
  term: { en: "Difference in life expectancy at birth", es: "Diferencia en la esperanza de vida al nacer" },
  meaning: {
    en: "The years by which life expectancy in one place is longer than in another. The interval takes both places’ uncertainty into account.",
    es: "Los años en que la esperanza de vida de un lugar supera a la de otro. El intervalo toma en cuenta la incertidumbre de ambos lugares.",
  },
  ...words,
  make: (readings) => gaps(readings, lifeExpectancyPublished, "life-expectancy-gap", 1),
};

/** The gap between two places or sets of places, from life expectancies computed here. */
export const lifeExpectancyGapComputed: Indicator = {
  key: "life-expectancy-gap-computed",
  version: 1,
  title: { en: "The gap, computed here", es: "La brecha, calculada aquí" },
  term: {
    en: "Difference in life expectancy from counts",
    es: "Diferencia en la esperanza de vida a partir de recuentos",
  },
  meaning: {
    en: "The same gap, from life expectancies worked out here from deaths and people by age. It can also compare sets of places.",
    es: "La misma brecha, con esperanzas de vida calculadas aquí con las muertes y los habitantes por edad. También puede comparar grupos de lugares.",
  },
  ...words,
  make: (readings) => gaps(readings, lifeExpectancyComputed, "life-expectancy-gap-computed", 1),
};

function gaps(readings: Readings, of: Indicator, indicator: string, version: number): readonly DraftFigure[] {
  const ends = of.make(readings).filter((figure) => figure.sex === "all");
  const bySubject = groupBy(ends, (figure) => figure.subject);
  return readings.pairs.flatMap((pair) =>
    (bySubject.get(pair.high) ?? []).flatMap((high) => {
      const low = (bySubject.get(pair.low) ?? []).find(
        ({ period }) => period.from === high.period.from && period.to === high.period.to,
      );
      return low ? [gap(indicator, version, pair, high, low)] : [];
    }),
  );
}

function gap(indicator: string, version: number, pair: Pair, high: DraftFigure, low: DraftFigure): DraftFigure {
  return draft({
    indicator,
    version,
    naming: { subject: gapSubject(pair.high, pair.low), period: high.period, sex: "all", cause: "all" },
    computed: difference(high, low),
    unit: "years",
    method: "difference-of-independent",
    origin: leastSure(high.origin, low.origin),
    inputs: [{ figure: high.id }, { figure: low.id }],
    basis: { events: null, people: null, doubt: null, decision: null },
  });
}

/**
 * Where an end has no interval the difference has none either: it is told, and told to be without. Limits that do not
 * hold their own value (as one of the City's do) say nothing of its error, so that there is no difference to tell.
 */
function difference(high: DraftFigure, low: DraftFigure): Computed {
  if (high.value === null || low.value === null || isOutside(high) || isOutside(low)) return notComputable;
  if (high.level === null || low.level === null) return { value: high.value - low.value, lower: null, upper: null };
  const made = publishedDifference(
    { value: high.value, lower: high.lower!, upper: high.upper!, level: high.level },
    { value: low.value, lower: low.lower!, upper: low.upper!, level: low.level },
  );
  return isUndefined(made) ? notComputable : made;
}

const isOutside = ({ value, lower, upper }: DraftFigure): boolean =>
  lower !== null && upper !== null && !(lower <= value! && value! <= upper);

const sureness: readonly FigureOrigin[] = ["synthetic", "reported", "computed", "published"];

/** A gap is computed here even where both ends are published. */
const leastSure = (...origins: FigureOrigin[]): FigureOrigin =>
  sureness.find((origin) => origins.includes(origin) && origin !== "published") ?? "computed";
