import type { Figure } from "../figures/figure.ts";
import { gapSubject } from "../figures/subject.ts";
import type { Text } from "../kernel/text.ts";
import type { Claim, ClaimReading, ClaimStanding } from "./claim.ts";

/**
 * Holds a claim against the figures of a release.
 *
 * Its own figure is that of the year it is about; where nobody told the year, the newest that was there when it was
 * said. A claim agrees with a figure within half a year of it. Lying elsewhere inside a wide interval is not agreement:
 * the two cannot be told apart, and nothing is said of the claim. Outside the interval, or further than half a year
 * from a figure that has none, the figure contradicts it.
 */
export function claimReading(claim: Claim, figures: readonly Figure[]): ClaimReading {
  const series = seriesOf(claim, figures);
  const newest = series.at(-1);
  const own = series.filter(({ period }) => period.to <= (claim.measuredYear ?? claim.saidInYear)).at(-1);
  if (!newest || !own || own.period.to !== (claim.measuredYear ?? own.period.to))
    return { claim, standing: "cannot-be-checked", sentence: noFigure, figures: [] };
  const standing = standingOf(verdict(claim, own), verdict(claim, newest));
  const ownDecides =
    standing === "contradicted" || (standing === "cannot-be-checked" && verdict(claim, newest) === "contradicts");
  const deciding = ownDecides ? own : newest;
  return {
    claim,
    standing,
    sentence: sentences[standing](claim, deciding, deciding === newest),
    figures: [...new Set([deciding, own, newest].map((one) => one.id))],
  };
}

function seriesOf({ highPlaceId, lowPlaceId, indicator }: Claim, figures: readonly Figure[]): readonly Figure[] {
  if (highPlaceId === null || lowPlaceId === null) return [];
  const subject = gapSubject(highPlaceId, lowPlaceId);
  return figures
    .filter((one) => one.indicator === indicator && one.subject === subject && one.state === "shown")
    .sort((a, b) => a.period.to - b.period.to);
}

type Verdict = "agrees" | "contradicts" | "cannot-tell";

function standingOf(own: Verdict, newest: Verdict): ClaimStanding {
  if (own === "contradicts") return "contradicted";
  if (newest === "agrees") return "holds";
  return own === "agrees" && newest === "contradicts" ? "superseded" : "cannot-be-checked";
}

function verdict({ claimedValue }: Claim, { value, lower, upper }: Figure): Verdict {
  if (Math.abs(claimedValue - value!) <= saidAloud + rounding) return "agrees";
  if (lower === null || upper === null) return "contradicts";
  return claimedValue >= lower - rounding && claimedValue <= upper + rounding ? "cannot-tell" : "contradicts";
}

/** A claim is often rounded to whole years: half a year either way is the same number said aloud. */
const saidAloud = 0.5;

/** A gap of 16.2 may come out as 16.200000000000003: half a year from it is still half a year. */
const rounding = 1e-9;

/** A figure that is shown, with its range where it has one; the unit, if asked for, stands after the number. */
const told = ({ value, lower, upper }: Omit<Figure, "period">, unit: Text = { en: "", es: "" }): Text => {
  const number = value!.toFixed(1);
  if (lower === null || upper === null) return { en: number + unit.en, es: number + unit.es };
  return {
    en: `${number}${unit.en}, likely between ${lower.toFixed(1)} and ${upper.toFixed(1)}`,
    es: `${number}${unit.es}, probablemente entre ${lower.toFixed(1)} y ${upper.toFixed(1)}`,
  };
};

const noFigure: Text = {
  en: "No figure here is about the same places and year, so we cannot say whether this is so.",
  es: "Ninguna cifra de aquí trata de los mismos lugares y año, así que no podemos decir si es así.",
};

type Sentence = (claim: Claim, deciding: Figure, isNewest: boolean) => Text;

const sentences: Readonly<Record<ClaimStanding, Sentence>> = {
  holds: (_, { period, ...figure }) => ({
    en: `This agrees with the newest figure at hand, that of ${period.to}: ${told(figure).en} years.`,
    es: `Coincide con la cifra más reciente disponible, la de ${period.to}: ${told(figure).es} años.`,
  }),
  superseded: ({ claimedValue, measuredYear }, { period, ...figure }) => {
    const then = measuredYear === null ? agreedThen : soThen;
    return {
      en: `${then.en} The newest figure at hand, for ${period.to}, is ${told(figure).en} years, not ${claimedValue}.`,
      es: `${then.es} La cifra más reciente, de ${period.to}, es ${told(figure).es} años, no ${claimedValue}.`,
    };
  },
  contradicted: ({ claimedValue }, { period, ...figure }) => ({
    en: `The figure for ${period.to} says otherwise: ${told(figure).en} years, not ${claimedValue}.`,
    es: `La cifra de ${period.to} dice otra cosa: ${told(figure).es} años, no ${claimedValue}.`,
  }),
  "cannot-be-checked": (_, { period, ...figure }, isNewest) => {
    const inYears = told(figure, { en: " years", es: " años" });
    const en = isNewest ? `The newest figure at hand, that of ${period.to},` : `The figure for ${period.to}`;
    const es = isNewest ? `La cifra más reciente disponible, la de ${period.to},` : `La cifra de ${period.to}`;
    return {
      en: `${en} is ${inYears.en}. ${notTold.en}`,
      es: `${es} es de ${inYears.es}. ${notTold.es}`,
    };
  },
};

const soThen: Text = {
  en: "This was so for its time, and is out of date.",
  es: "Era así en su momento y ya no está al día.",
};

/** Nobody told which years the claim is about, so that it cannot be said to have been so. */
const agreedThen: Text = {
  en: "It agreed with the newest figure there was when it was said, and is out of date.",
  es: "Coincidía con la cifra más reciente que había cuando se dijo y ya no está al día.",
};

const notTold: Text = {
  en: "The two cannot be told apart, so we cannot say whether this is so.",
  es: "No se pueden distinguir, así que no podemos decir si es así.",
};
