import { type CrossTable, type Dimension, randomStream } from "@evenspan/stats";

/** How large the tables are: areas below regions below the whole, ages, causes, and deaths in all. */
export type TableSizes = Readonly<{ regions: number; areas: number; ages: number; causes: number; deaths: number }>;

/** Half a nation's size: 51 states, 3,144 counties, 11 ages, 12 causes, two sexes: 651,984 cells in three tables. */
export const nation: TableSizes = { regions: 51, areas: 3144, ages: 11, causes: 12, deaths: 2_800_000 };

/**
 * Invented deaths by area in three tiers, of which three linked tables are published: area × age × cause, and its two
 * margins area × age and area × cause, each also by sex. Areas differ in size as counties do (log-normal, σ = 1.4), deaths
 * grow by half from age to age, causes are ever rarer. The same sizes give the same tables.
 */
export function threeTierTables({ regions, areas, ages, causes, deaths }: TableSizes): readonly CrossTable[] {
  const area = tiers(regions, areas);
  const [age, cause, sex] = [flat("age", ages), flat("cause", causes), flat("sex", 2)];
  const tables = [
    [area, age, cause],
    [area, age, sex],
    [area, cause, sex],
  ].map(emptyTable);
  const stream = randomStream(20_240_707);
  const sizes = shares(Array.from({ length: areas }, () => Math.exp(1.4 * stream.normal())));
  const byAge = shares(Array.from({ length: ages }, (_, i) => 1.5 ** i));
  const byCause = shares(Array.from({ length: causes }, (_, i) => 1 / (i + 1)));
  for (let a = 0; a < areas; a++)
    for (let g = 0; g < ages; g++)
      for (let c = 0; c < causes; c++)
        for (let s = 0; s < 2; s++) {
          const uneven = 0.6 + 0.08 * ((7 * g + 3 * c + 5 * s) % 11);
          const count = stream.poisson((deaths / 2) * sizes[a]! * byAge[g]! * byCause[c]! * uneven);
          if (count > 0) addTo(tables, { area: 1 + regions + a, age: 1 + g, cause: 1 + c, sex: 1 + s }, count);
        }
  return tables;
}

type Counted = CrossTable & Readonly<{ counts: Float64Array }>;

function addTo(tables: readonly Counted[], codes: Readonly<Record<string, number>>, count: number): void {
  for (const { dimensions, counts } of tables) {
    let places = [0];
    for (const { name, codes: all, parents } of dimensions) {
      const ways: number[] = [];
      for (let code = codes[name]!; code >= 0; code = parents[code]!) ways.push(code);
      places = places.flatMap((place) => ways.map((code) => place * all.length + code));
    }
    for (const place of places) counts[place]! += count;
  }
}

function emptyTable(dimensions: readonly Dimension[]): Counted {
  const size = dimensions.reduce((product, { codes }) => product * codes.length, 1);
  return { subject: "deaths", dimensions, counts: new Float64Array(size) };
}

function tiers(regions: number, areas: number): Dimension {
  const codes = [
    "all",
    ...Array.from({ length: regions }, (_, r) => `r${r}`),
    ...Array.from({ length: areas }, (_, a) => `a${a}`),
  ];
  const parents = codes.map((_, i) => (i === 0 ? -1 : i <= regions ? 0 : 1 + ((i - 1 - regions) % regions)));
  return { name: "area", codes, parents };
}

function flat(name: string, parts: number): Dimension {
  const codes = ["all", ...Array.from({ length: parts }, (_, i) => `${name}${i}`)];
  return { name, codes, parents: codes.map((_, i) => (i === 0 ? -1 : 0)) };
}

function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
