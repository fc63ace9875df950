import fc from "fast-check";
import type { CrossTable, Dimension } from "../src/index.ts";

/** A table of combinations nobody publishes, from which linked tables are summed. */
export type Base = Readonly<{ subject: string; dimensions: readonly Dimension[]; leaves: readonly number[] }>;

/** Sums a base over all codes of the dimensions named; the others are summed away. */
export function summed({ subject, dimensions, leaves }: Base, names: readonly string[]): CrossTable {
  const kept = dimensions.filter(({ name }) => names.includes(name));
  const counts = new Float64Array(kept.reduce((size, { codes }) => size * codes.length, 1));
  const leafCodes = dimensions.map(({ codes, parents }) =>
    codes.flatMap((_, code) => (Array.from(parents).includes(code) ? [] : [code])),
  );
  leaves.forEach((count, leaf) => {
    let rest = leaf;
    const at = new Map<string, number>();
    for (let d = dimensions.length - 1; d >= 0; d--) {
      at.set(dimensions[d]!.name, leafCodes[d]![rest % leafCodes[d]!.length]!);
      rest = Math.floor(rest / leafCodes[d]!.length);
    }
    let places = [0];
    for (const { name, codes, parents } of kept) {
      const ways: number[] = [];
      for (let code = at.get(name)!; code >= 0; code = parents[code]!) ways.push(code);
      places = places.flatMap((place) => ways.map((code) => place * codes.length + code));
    }
    for (const place of places) counts[place]! += count;
  });
  return { subject, dimensions: kept, counts };
}

/** A flat dimension: the whole and its parts. */
export const flat = (name: string, parts: number): Dimension => ({
  name,
  codes: ["all", ...Array.from({ length: parts }, (_, i) => `${name}${i}`)],
  parents: [-1, ...new Array<number>(parts).fill(0)],
});

/** Three tiers: the whole, regions, areas. */
export const tiers = (name: string, regions: number, areas: number): Dimension => ({
  name,
  codes: [
    "all",
    ...Array.from({ length: regions }, (_, i) => `r${i}`),
    ...Array.from({ length: areas }, (_, i) => `a${i}`),
  ],
  parents: [-1, ...new Array<number>(regions).fill(0), ...Array.from({ length: areas }, (_, i) => 1 + (i % regions))],
});

/** A count as they come in tables by small area: mostly few or none, some many. */
const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 4, arbitrary: fc.integer({ min: 11, max: 400 }) },
);

/** A base by area in three tiers, age and cause. */
export const bases: fc.Arbitrary<Base> = fc
  .record({
    regions: fc.integer({ min: 1, max: 3 }),
    perRegion: fc.integer({ min: 1, max: 3 }),
    ages: fc.integer({ min: 2, max: 4 }),
    causes: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ regions, perRegion, ages, causes }) => {
    const areas = regions * perRegion;
    return fc.array(count, { minLength: areas * ages * causes, maxLength: areas * ages * causes }).map((leaves) => ({
      subject: "deaths",
      dimensions: [tiers("area", regions, areas), flat("age", ages), flat("cause", causes)],
      leaves,
    }));
  });
