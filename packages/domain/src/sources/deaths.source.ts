import { ageBand } from "../cells/age-band.ts";
import { causeGroup } from "../cells/cause.ts";
import { type CellParser, orElse, readCell } from "../cells/cell.ts";
import { count } from "../cells/numbers.ts";
import { placeParser } from "../cells/place.ts";
import { sex } from "../cells/sex.ts";
import { years } from "../cells/years.ts";
import { columnsAnyone } from "./columns-anyone.ts";
import type { Source } from "./source.ts";

const causeOrAll: CellParser<string> = orElse("all", causeGroup);

/** A count, or null where the office itself withheld it. */
const deathsOrWithheld: CellParser<number | null> = (text) => {
  if (/^(suppressed|\*)$/i.test(text)) return { value: null };
  const cell = count(text);
  return "value" in cell ? cell : { expected: `${cell.expected}; or “suppressed” where it was withheld` };
};

/**
 * Deaths by place, year, age, sex and cause, as any office can fill it in. Zeros are written: one dropped age row
 * moves a life expectancy by years, so a file that lacks one is refused.
 */
export const deathsSource: Source = {
  key: "deaths",
  version: 1,
  title: { en: "Deaths by place, year, age, sex and cause", es: "Muertes por lugar, año, edad, sexo y causa" },
  publisher: null,
  dataSet: "",
  licence: { en: "As the office decides", es: "Según decida la oficina" },
  homepage: "",
  download: null,
  origin: "office",
  format: "table",
  onePersonARow: false,
  columns: [
    columnsAnyone.place,
    {
      key: "year",
      headings: ["Year", "Years"],
      required: true,
      says: { en: "A year, or years counted together: 2016-2020.", es: "Un año, o años contados juntos: 2016-2020." },
    },
    columnsAnyone.age,
    columnsAnyone.sex,
    {
      key: "cause",
      headings: ["Cause"],
      required: false,
      says: {
        en: "A cause's key or name, such as stroke; all or blank for all causes.",
        es: "La clave o el nombre de una causa, como stroke; all o en blanco para todas.",
      },
    },
    {
      key: "deaths",
      headings: ["Deaths"],
      required: true,
      says: {
        en: "How many died; 0 where nobody did, suppressed where the count was withheld.",
        es: "Cuántas personas murieron; 0 si ninguna, suppressed si el recuento se ocultó.",
      },
    },
  ],
  examples: [
    { place: "26", year: "2020", age: "0-64", sex: "all", cause: "all", deaths: "131" },
    { place: "26", year: "2020", age: "65+", sex: "all", cause: "all", deaths: "178" },
  ],
  grid: {
    places: "as-found",
    absence: "refused",
    says: {
      en: "For each cause that the file tells, every place has every year, sex and age band that any place has; ages run from 0 to an open end. Zeros are written.",
      es: "Para cada causa del archivo, cada lugar tiene cada año, sexo y grupo de edad que tenga cualquier otro; las edades van de 0 a un final abierto. Los ceros se escriben.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = readCell(row, out, "place", placeParser(gazetteer));
    const period = readCell(row, out, "year", years);
    const band = readCell(row, out, "age", ageBand);
    const whose = readCell(row, out, "sex", sex);
    const cause = readCell(row, out, "cause", causeOrAll);
    const value = readCell(row, out, "deaths", deathsOrWithheld);
    if (!placeId || !period || !band || !whose || !cause || value === undefined) return;
    out.observe({
      ...{ measure: "deaths", placeId, yearFrom: period.from, yearTo: period.to, sex: whose, ...band, cause },
      ...{ state: value === null ? "suppressed" : "shown", value, lower: null, upper: null, doubt: null },
    });
  },
};
