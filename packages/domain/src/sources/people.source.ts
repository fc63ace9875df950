import { ageBand } from "../cells/age-band.ts";
import { readCell } from "../cells/cell.ts";
import { count } from "../cells/numbers.ts";
import { placeParser } from "../cells/place.ts";
import { sex } from "../cells/sex.ts";
import { year } from "../cells/years.ts";
import { columnsAnyone } from "./columns-anyone.ts";
import type { Source } from "./source.ts";

/**
 * People by place, year, age and sex, as any office can fill it in. Zeros are written: a dropped age row would make a
 * place look younger or its deaths look more frequent, so a file that lacks one is refused.
 */
export const peopleSource: Source = {
  key: "people",
  version: 1,
  title: { en: "People by place, year, age and sex", es: "Personas por lugar, año, edad y sexo" },
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
    columnsAnyone.year,
    columnsAnyone.age,
    columnsAnyone.sex,
    {
      key: "people",
      headings: ["People", "Population"],
      required: true,
      says: { en: "How many people; 0 where there are none.", es: "Cuántas personas; 0 donde no hay ninguna." },
    },
  ],
  examples: [
    { place: "26", year: "2020", age: "0-64", sex: "all", people: "14,862" },
    { place: "26", year: "2020", age: "65+", sex: "all", people: "2,571" },
  ],
  grid: {
    places: "as-found",
    absence: "refused",
    says: {
      en: "Every place has every year, sex and age band that any place has; ages run from 0 to an open end. Zeros are written.",
      es: "Cada lugar tiene cada año, sexo y grupo de edad que tenga cualquier otro; las edades van de 0 a un final abierto. Los ceros se escriben.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = readCell(row, out, "place", placeParser(gazetteer));
    const inYear = readCell(row, out, "year", year);
    const band = readCell(row, out, "age", ageBand);
    const whose = readCell(row, out, "sex", sex);
    const value = readCell(row, out, "people", count);
    if (placeId === undefined || inYear === undefined || !band || !whose || value === undefined) return;
    out.observe({
      ...{ measure: "population", placeId, yearFrom: inYear, yearTo: inYear, sex: whose, ...band, cause: "all" },
      ...{ state: "shown", value, lower: null, upper: null, doubt: null },
    });
  },
};
