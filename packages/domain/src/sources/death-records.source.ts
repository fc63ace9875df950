import { type AgeBand, ageInYears } from "../cells/age-band.ts";
import { underlyingCause } from "../cells/cause.ts";
import { type Cell, type CellParser, readCell, remembering } from "../cells/cell.ts";
import { placeParser } from "../cells/place.ts";
import { sex as sexCell } from "../cells/sex.ts";
import { year } from "../cells/years.ts";
import { columnsAnyone } from "./columns-anyone.ts";
import type { Sex } from "./observation.ts";
import type { Source } from "./source.ts";

/** First ages of the bands of an abridged life table: under 1, 1–4, then five years each, and 85 and over. */
const firstAges = [0, 1, ...Array.from({ length: 17 }, (_, index) => 5 + 5 * index)];

const bandOfAge: CellParser<AgeBand> = remembering((text): Cell<AgeBand> => {
  const age = ageInYears(text);
  if (!("value" in age)) return age;
  const at = firstAges.findLastIndex((first) => first <= age.value);
  return { value: { ageFrom: firstAges[at]!, ageBelow: firstAges[at + 1] ?? null } };
});

/** A death counts among its own sex and among both; one of unknown sex only among both. */
const sexesOfDeath: CellParser<readonly Sex[]> = remembering((text): Cell<readonly Sex[]> => {
  if (/^(u|unknown|x|other|)$/i.test(text)) return { value: ["all"] };
  const cell = sexCell(text);
  if ("value" in cell && cell.value !== "all") return { value: ["all", cell.value] };
  return { expected: "female, male or unknown" };
});

const causesOfDeath: CellParser<readonly string[]> = remembering(underlyingCause);
const yearOfDeath: CellParser<number> = remembering(year);

/**
 * One row a death. Only counts are kept, by place, year, age band, sex and cause; no row is stored or shown, and other
 * columns of the file are not looked at. A death of unknown age is refused, because it cannot be put into a life table:
 * it is for the office to say where it belongs.
 */
export const deathRecordsSource: Source = {
  key: "death-records",
  version: 1,
  title: { en: "Death records, one row a death", es: "Registros de muertes, una fila por muerte" },
  publisher: null,
  dataSet: "",
  licence: {
    en: "As the office decides; never shown by row",
    es: "Según decida la oficina; nunca se muestra por fila",
  },
  homepage: "",
  download: null,
  origin: "office",
  format: "table",
  onePersonARow: true,
  columns: [
    columnsAnyone.place,
    { ...columnsAnyone.year, headings: ["Year", "Year of death"] },
    {
      key: "age",
      headings: ["Age", "Age in years"],
      required: true,
      says: { en: "Age in completed years; 0 under one year.", es: "Edad en años cumplidos; 0 antes del primer año." },
    },
    { ...columnsAnyone.sex, says: { en: "female, male or unknown.", es: "female, male o unknown (no se sabe)." } },
    {
      key: "cause",
      headings: ["Cause", "Underlying cause", "ICD-10", "ICD10"],
      required: true,
      says: {
        en: "The underlying cause: an ICD-10 code such as I21.9, or a cause's key.",
        es: "La causa básica: un código CIE-10 como I21.9, o la clave de una causa.",
      },
    },
  ],
  examples: [
    { place: "26", year: "2020", age: "71", sex: "female", cause: "I21.9" },
    { place: "Austin", year: "2020", age: "0", sex: "male", cause: "P07.3" },
  ],
  grid: {
    places: "as-found",
    absence: "zero",
    says: {
      en: "Within the places, years and causes that occur in the file, no row means that nobody died. A place or year that does not occur is not known.",
      es: "Dentro de los lugares, años y causas que aparecen en el archivo, que no haya fila significa que nadie murió. Un lugar o año que no aparece no se conoce.",
    },
  },
  read: (row, out, gazetteer) => {
    const placeId = readCell(row, out, "place", placeParser(gazetteer));
    const yearFrom = readCell(row, out, "year", yearOfDeath);
    const band = readCell(row, out, "age", bandOfAge);
    const sexes = readCell(row, out, "sex", sexesOfDeath);
    const causes = readCell(row, out, "cause", causesOfDeath);
    if (!placeId || yearFrom === undefined || !band || !sexes || !causes) return;
    const { ageFrom, ageBelow } = band;
    for (const sex of sexes)
      for (const cause of causes)
        out.observe({
          measure: "deaths",
          placeId,
          yearFrom,
          yearTo: yearFrom,
          sex,
          ageFrom,
          ageBelow,
          cause,
          state: "shown",
          value: 1,
          lower: null,
          upper: null,
          doubt: null,
        });
  },
};
