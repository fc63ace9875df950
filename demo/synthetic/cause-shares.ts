import type { sexes } from "./bands.ts";
import { type SyntheticCause, usCauseShares } from "./us-mortality.ts";

/** Homicide's odds rise with an area's burden by this exponent, and differ by sex by these factors. Invented. */
const homicideByBurden = 2.2;
const homicideBySex = { female: 0.5, male: 1.2 };

/** The causes that deaths are counted by, in the order of the file; what is left over is in "all" alone. */
export const syntheticCauses = Object.keys(usCauseShares) as readonly SyntheticCause[];

/**
 * Of the deaths of a sex and band in an area, the share of each cause, in the order of `syntheticCauses`.
 *
 * They are the nation's, but homicide takes more where the burden is greater, and the others share what remains.
 *
 * @param burden of the area's schedule; 0 is the nation's
 */
export function causeShares(burden: number, sex: (typeof sexes)[number], band: number): readonly number[] {
  const national = usCauseShares.homicide[band]!;
  const odds = (national / (1 - national)) * homicideBySex[sex] * Math.exp(homicideByBurden * burden);
  const homicide = odds / (1 + odds);
  return syntheticCauses.map((cause) =>
    cause === "homicide" ? homicide : (usCauseShares[cause][band]! * (1 - homicide)) / (1 - national),
  );
}
