import { type AreaBands, randomStream } from "@evenspan/stats";

/** Lower bounds of twenty bands: 0, 1–4, then five years each to 90+. */
export const twentyBands: readonly number[] = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))];

/** Shares of a population by band, about those of the United States. */
const shares = [12, 48, 60, 63, 65, 66, 68, 69, 66, 63, 62, 64, 65, 64, 56, 44, 30, 19, 11, 5].map((n) => n / 1000);

/**
 * Made-up areas of about so many person-years each with Poisson deaths by a Gompertz law whose level differs from area to
 * area; at least one death in the open band, so that each has a life table. The same areas every time.
 */
export function syntheticAreas(areas: number, personYearsEach: number): AreaBands {
  const stream = randomStream(20_260_101);
  const deaths = new Float64Array(areas * twentyBands.length);
  const personYears = new Float64Array(deaths.length);
  for (let area = 0; area < areas; area++) {
    const size = personYearsEach * (0.4 + 1.2 * stream.uniform());
    const level = 0.7 + 0.8 * stream.uniform();
    for (const [band, age] of twentyBands.entries()) {
      const cell = area * twentyBands.length + band;
      const rate = level * (age === 0 ? 0.0055 : 0.00004 * Math.exp(0.085 * (age + 2.5)));
      personYears[cell] = Math.round(size * shares[band]!) + 20;
      deaths[cell] = Math.min(personYears[cell]!, stream.poisson(rate * personYears[cell]!));
    }
    const open = (area + 1) * twentyBands.length - 1;
    deaths[open] = Math.max(1, deaths[open]!);
  }
  return { ages: twentyBands, deaths, personYears };
}
