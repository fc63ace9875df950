import { type AgeBand, ageBand, ageBandText } from "../cells/age-band.ts";
import { type Cell, type CellParser, readCell } from "../cells/cell.ts";
import { count, notNegative } from "../cells/numbers.ts";
import { year } from "../cells/years.ts";
import { bandFaults } from "../grids/age-bands.rules.ts";
import { causes } from "./causes.ts";
import type { MeasuredValue } from "./measured-value.ts";
import type { Measure, Observation } from "./observation.ts";
import type { Reading, Row, Source } from "./source.ts";
import { sexOf, type WonderQuery, wonderQuery } from "./wonder-query.rules.ts";

/** The words that CDC writes where a number would stand, and the state of such a value. */
const words: Readonly<Record<string, Exclude<Observation["state"], "shown">>> = {
  Suppressed: "suppressed",
  Unreliable: "unreliable",
  Missing: "missing",
  "Not Available": "missing",
  "Not Applicable": "not-applicable",
};

/** Sub-chapters of ICD-10 that are the whole of one of our causes, by their codes. */
const causeOfSubChapter = new Map(
  causes.flatMap(({ key, icd10 }) => (icd10.length === 1 && key !== "all" ? [[icd10[0]!, key] as const] : [])),
);

const optional = (key: string, ...headings: string[]) => ({ key, headings, required: false });

/**
 * Deaths and populations of the nation or of counties, as exported in text from CDC WONDER's Underlying Cause of Death.
 *
 * Ages in groups of ten, five or one year, or all together; years in a column or in the query; by sex or not; by
 * sub-chapter of ICD-10 or not, of which those are kept that are the whole of one of our causes. Totals over ages or
 * causes are kept, totals over years are not. People whose age is not stated (1 death in 10,000) are in the totals
 * over ages alone, as CDC counts them. Rates by age are left out: the counts say the same.
 */
export const wonderDeaths: Source = {
  key: "wonder-deaths",
  version: 1,
  title: { en: "Deaths and populations from CDC WONDER", es: "Defunciones y población de CDC WONDER" },
  publisher: "National Center for Health Statistics (CDC)",
  dataSet: "CDC WONDER, Underlying Cause of Death",
  licence: {
    en: "CDC WONDER terms: statistical use only, no attempt to identify a person",
    es: "Condiciones de CDC WONDER: solo uso estadístico, sin intentar identificar a nadie",
  },
  homepage: "https://wonder.cdc.gov/ucd-icd10.html",
  download: null,
  origin: "published",
  format: "wonder",
  onePersonARow: false,
  columns: [
    { key: "notes", headings: ["Notes"], required: true },
    { key: "deaths", headings: ["Deaths"], required: true },
    { key: "population", headings: ["Population"], required: true },
    { key: "asked", headings: ["Query Parameters"], required: true },
    optional("age-group", "Ten-Year Age Groups Code", "Five-Year Age Groups Code"),
    optional("age", "Single-Year Ages Code"),
    optional("year", "Year Code"),
    optional("sex", "Gender Code", "Sex Code"),
    optional("county", "County Code", "Residence County Code"),
    optional("cause", "ICD Sub-Chapter Code"),
    optional("crude", "Crude Rate"),
    optional("adjusted", "Age Adjusted Rate"),
  ],
  grid: {
    places: "as-found",
    absence: "missing",
    says: {
      en: "All ages are there; a cause that is absent at an age had no deaths, or too few to be told.",
      es: "Están todas las edades; una causa ausente en una edad no tuvo muertes, o muy pocas para decirlo.",
    },
  },
  read: (row, out) => {
    const query = wonderQuery(row.cell("asked"));
    if (query.foreign !== null) return complainOnce(row, out, query.foreign);
    const key = rowKey(row, query, out);
    if (key === null) return;
    observe(row, out, key, "deaths", "deaths", count);
    if (key.cause !== "all") return;
    observe(row, out, key, "population", "population", count);
    if (key.ageFrom > 0 || key.ageBelow !== null) return;
    observe(row, out, key, "crude", "crude-death-rate-per-100k", notNegative);
    observe(row, out, key, "adjusted", "adjusted-death-rate-per-100k", notNegative);
  },
  check: (observations, complainOf) => {
    for (const bands of bandsByStratum(observations).values()) {
      for (const { ageFrom, ageBelow, fault } of bandFaults(bands)) {
        complainOf(bands[0]!.line, "age-group", `ages ${ageBandText({ ageFrom, ageBelow })} ${fault}`, "each age once");
      }
    }
  },
};

// What was asked stands on every row, and one complaint about it is enough.
function complainOnce(row: Row, out: Reading, foreign: string): void {
  if (row.line === 2)
    out.complain("asked", foreign, "a query about everybody, by age, year, sex, county or cause alone");
}

type RowKey = Pick<Observation, "placeId" | "yearFrom" | "yearTo" | "sex" | "ageFrom" | "ageBelow" | "cause">;

/** What a row is about; null for rows that are passed over, and after a complaint. */
function rowKey(row: Row, query: WonderQuery, out: Reading): RowKey | null {
  if (row.cell("notes") === "Total" && row.cell("year") === "" && query.years === null) return null;
  const inQuery = row.cell("year") === "" ? query.years : null;
  const own = inQuery ? undefined : readCell(row, out, "year", year);
  const years = inQuery ?? (own === undefined ? undefined : { from: own, to: own });
  const single = row.cell("age") !== "";
  const band = single ? readCell(row, out, "age", singleAge) : readCell(row, out, "age-group", ageGroup);
  const cause = row.cell("cause") === "" ? "all" : causeOfSubChapter.get(row.cell("cause"));
  if (!years || !band || cause === undefined) return null;
  const county = row.cell("county");
  const placeId = county === "" ? (query.placeId ?? "nation:us") : (`county:${county}` as const);
  const sex = sexOf(row.cell("sex")) ?? query.sex ?? "all";
  return { placeId, yearFrom: years.from, yearTo: years.to, sex, ...band, cause };
}

const allAges: AgeBand = { ageFrom: 0, ageBelow: null };

/** The ages of a group's code; null where the age is not stated. CDC's code for the first year of life is 1. */
function ageGroup(code: string): Cell<AgeBand | null> {
  if (code === "") return { value: allAges };
  if (code === "NS") return { value: null };
  return ageBand(code === "1" ? "<1" : code);
}

/** The ages of a single year's code; the last one, 100, is open. */
function singleAge(code: string): Cell<AgeBand | null> {
  if (code === "NS") return { value: null };
  return ageBand(code === "100" ? "100+" : code);
}

function observe(
  row: Row,
  out: Reading,
  key: RowKey,
  column: string,
  measure: Measure,
  parse: CellParser<number>,
): void {
  if (row.cell(column) === "") return;
  const value = readCell(row, out, column, wordOr(parse));
  if (value) out.observe({ ...key, ...value, measure, doubt: null });
}

const wordOr =
  (parse: CellParser<number>): CellParser<MeasuredValue> =>
  (text) => {
    const none = { lower: null, upper: null };
    const state = words[/\(Unreliable\)$/.test(text) ? "Unreliable" : text];
    if (state) return { value: { state, value: null, ...none } };
    const cell = parse(text);
    return "value" in cell ? { value: { state: "shown", value: cell.value, ...none } } : cell;
  };

function bandsByStratum(observations: readonly Observation[]): Map<string, Observation[]> {
  const strata = new Map<string, Observation[]>();
  for (const one of observations) {
    if (one.measure !== "deaths" || one.cause !== "all") continue;
    const key = `${one.placeId} ${one.yearFrom} ${one.yearTo} ${one.sex}`;
    const stratum = strata.get(key);
    if (stratum) stratum.push(one);
    else strata.set(key, [one]);
  }
  return strata;
}
