import type { Text } from "../kernel/text.ts";
import type { Figure } from "../releases/figure.ts";
import { gapSubject } from "../releases/subject.ts";
import type { Claim, ClaimReading, ClaimStanding } from "./claim.ts";

/**
 * Holds a claim against the figures of a release.
 *
 * Its own figure is that of the year it is about; where nobody told the year, the newest that was there when it was
 * said. A claim agrees with a figure inside its interval, or within half a year of one that has none. A claim that
 * agreed with its own figure and not with a newer one is superseded; one that never agreed is contradicted.
 */
export function claimReading(claim: Claim, figures: readonly Figure[]): ClaimReading {
  const series = seriesOf(claim, figures);
  const newest = series.at(-1) ?? null;
  const own = series.filter(({ period }) => period.to <= (claim.measuredYear ?? claim.saidInYear)).at(-1) ?? null;
  const ofItsYear = claim.measuredYear === null || own?.period.to === claim.measuredYear ? own : null;
  const standing = standingOf(claim, ofItsYear, newest);
  const deciding = standing === "contradicted" ? ofItsYear : newest;
  const held = [deciding, ofItsYear, newest].filter((one) => one !== null);
  return {
    claim,
    standing,
    sentence: sentenceOf(standing, claim, deciding),
    figures: standing === "cannot-be-checked" ? [] : [...new Set(held.map((one) => one.id))],
  };
}

function seriesOf({ highPlaceId, lowPlaceId, indicator }: Claim, figures: readonly Figure[]): readonly Figure[] {
  if (highPlaceId === null || lowPlaceId === null) return [];
  const subject = gapSubject(highPlaceId, lowPlaceId);
  return figures
    .filter((one) => one.indicator === indicator && one.subject === subject && one.state === "shown")
    .sort((a, b) => a.period.to - b.period.to);
}

function standingOf(claim: Claim, own: Figure | null, newest: Figure | null): ClaimStanding {
  if (newest === null || own === null) return "cannot-be-checked";
  if (!agrees(claim.claimedValue, own)) return "contradicted";
  return agrees(claim.claimedValue, newest) ? "holds" : "superseded";
}

/** A claim is often rounded to whole years: half a year either way is the same number said aloud. */
const saidAloud = 0.5;

const agrees = (value: number, { value: measured, lower, upper }: Figure): boolean =>
  (lower !== null && upper !== null && value >= lower && value <= upper) ||
  Math.abs(value - measured!) <= saidAloud + rounding;

/** A gap of 16.2 may come out as 16.200000000000003: half a year from it is still half a year. */
const rounding = 1e-9;

const told = ({ value, lower, upper }: Figure): Text => {
  const number = value!.toFixed(1);
  if (lower === null || upper === null) return { en: number, es: number };
  return {
    en: `${number}, likely between ${lower.toFixed(1)} and ${upper.toFixed(1)}`,
    es: `${number}, probablemente entre ${lower.toFixed(1)} y ${upper.toFixed(1)}`,
  };
};

function sentenceOf(standing: ClaimStanding, claim: Claim, figure: Figure | null): Text {
  if (standing === "cannot-be-checked" || figure === null)
    return {
      en: "No figure here is about the same places and year, so we cannot say whether this is so.",
      es: "Ninguna cifra de aquí trata de los mismos lugares y año, así que no podemos decir si es así.",
    };
  const year = figure.period.to;
  const { en, es } = told(figure);
  const said = claim.claimedValue;
  const sentences: Readonly<Record<Exclude<ClaimStanding, "cannot-be-checked">, Text>> = {
    holds: {
      en: `This agrees with the newest figure at hand, that of ${year}: ${en} years.`,
      es: `Coincide con la cifra más reciente disponible, la de ${year}: ${es} años.`,
    },
    superseded: {
      en: `This was so for its time, and is out of date. The newest figure at hand, for ${year}, is ${en} years, not ${said}.`,
      es: `Era así en su momento y ya no está al día. La cifra más reciente, de ${year}, es ${es} años, no ${said}.`,
    },
    contradicted: {
      en: `The figure for ${year} says otherwise: ${en} years, not ${said}.`,
      es: `La cifra de ${year} dice otra cosa: ${es} años, no ${said}.`,
    },
  };
  return sentences[standing];
}
