// A program such as somebody would write who has installed the package: it is typed and run against what is built.
import {
  type AttackReport,
  attack,
  type CellTable,
  type CountRule,
  crossCellId,
  directRate,
  isUndefined,
  type LifeExpectancyColumns,
  lifeExpectancies,
  lifeExpectancy,
  lifeExpectancyAt,
  type Protection,
  protect,
  publicRecord,
  type RateColumns,
  type RateSeries,
  randomStream,
  rateAt,
  slopeIndex,
  standardisedRates,
  type Undefined,
  type UndefinedCode,
  us2000In19Bands,
  wolfsonIndex,
} from "@evenspan/stats";

declare const console: { log(text: string): void };

const said: Record<string, string | number> = {};

// One area: what may not exist must be asked about before it is used.
const expectancy = lifeExpectancy({ ages: [0, 1, 65], deaths: [5, 150, 845], personYears: [1000, 60000, 15000] });
if (!isUndefined(expectancy)) said.years = expectancy.value;
// @ts-expect-error A statistic that may not exist has no value yet.
export const unasked: number = expectancy.value;

const none = lifeExpectancy({ ages: [0, 65], deaths: [5, 0], personYears: [1000, 500] });
if (isUndefined(none)) said.refusal = codeOf(none);

function codeOf(refusal: Undefined): UndefinedCode {
  return refusal.undefined;
}

// Many areas: typed arrays in, columns out.
const columns: LifeExpectancyColumns = lifeExpectancies({
  ages: [0, 1, 65],
  deaths: Float64Array.of(5, 150, 845, 5, 150, 0),
  personYears: Float64Array.of(1000, 60000, 15000, 1000, 60000, 15000),
});
const second = lifeExpectancyAt(columns, 1, 0);
if (isUndefined(second)) said.secondArea = second.undefined;
const rates: RateColumns = standardisedRates({
  events: Float64Array.of(10, 40),
  personYears: Float64Array.of(5000, 2000),
  standardPopulation: [60, 40],
});
const rate = rateAt(rates, 0);
if (!isUndefined(rate)) said.rate = rate.value;
// @ts-expect-error Columns are typed arrays.
export const wrongColumns = () => lifeExpectancies({ ages: [0, 1], deaths: [1, 2], personYears: [3, 4] });

// Names of methods are known, and so is what a table must hold.
const strata = { events: [10, 40], personYears: [5000, 2000], standardPopulation: [60, 40] };
const direct = directRate(strata, { method: "dobson-byar", per: 1000 });
if (!isUndefined(direct)) said.upper = direct.upper;
// @ts-expect-error No method has this name.
export const wrongMethod = () => directRate(strata, { method: "by-guess" });
// @ts-expect-error A series has its rates.
export const wrongSeries: RateSeries = { years: [2019, 2020] };

const slope = slopeIndex({ values: [70, 74, 78], population: [1, 1, 1], standardErrors: [0.5, 0.5, 0.5] });
if (!isUndefined(slope) && !isUndefined(slope.sii.limits)) said.slopeLower = slope.sii.limits.lower;
said.wolfson = Number(wolfsonIndex([1, 2, 3, 10]));
said.standard = us2000In19Bands.people.reduce((sum, people) => sum + people, 0);
said.drawn = randomStream(7).poisson(40);

// A release: what is withheld, and what an outsider makes of it.
const rule: CountRule = { largestWithheld: 10 };
const counts = { all: 60, a: 3, b: 20, c: 37 };
const table: CellTable = {
  cells: Object.entries(counts).map(([area, count]) => ({ id: crossCellId("deaths", { area }), count })),
  relations: [{ total: "deaths|area=all", parts: ["deaths|area=a", "deaths|area=b", "deaths|area=c"] }],
};
const protection = protect([table], [], rule);
if (!isUndefined(protection)) {
  const kept: Protection = protection;
  const record = publicRecord([table], [], kept);
  const report: AttackReport = attack(record.published, record.history, { rule });
  said.withheld = kept.ids.filter((_, cell) => kept.withheld[cell] === 1).join(" ");
  said.recovered = report.recovered.length;
}
// @ts-expect-error A rule says what it withholds.
export const wrongRule = () => protect([table], [], {});

console.log(JSON.stringify(said));
