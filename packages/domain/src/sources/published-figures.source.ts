import { causeGroup } from "../cells/cause.ts";
import { type CellParser, orElse, orMissing, readCell } from "../cells/cell.ts";
import { notNegative } from "../cells/numbers.ts";
import { placeParser } from "../cells/place.ts";
import { sex } from "../cells/sex.ts";
import { oneOfWords, words } from "../cells/text.ts";
import { year } from "../cells/years.ts";
import { columnsAnyone } from "./columns-anyone.ts";
import type { Measure } from "./observation.ts";
import type { Column, Source } from "./source.ts";

const measures: readonly Measure[] = [
  "life-expectancy-years",
  "deaths",
  "population",
  "crude-death-rate-per-100k",
  "adjusted-death-rate-per-100k",
  "ypll-rate-per-100k",
  "hardship-index",
  "usd-committed",
];

const anySex: CellParser<"all" | "female" | "male"> = orElse("all", sex);
const anyCause: CellParser<string> = orElse("all", causeGroup);
const orNone: CellParser<string> = (text) => ({ value: text });

/**
 * Numbers that someone published, carried over by hand with who published them where. A number that is only reported
 * (read in a newspaper, say) and names no data set is kept, and not published without a decision.
 */
export const publishedFiguresSource: Source = {
  key: "published-figures",
  version: 1,
  title: { en: "Published figures, carried over by hand", es: "Cifras publicadas, copiadas a mano" },
  publisher: null,
  dataSet: "",
  licence: { en: "Facts, cited row by row", es: "Datos citados fila por fila" },
  homepage: "",
  download: null,
  origin: "published",
  format: "table",
  onePersonARow: false,
  columns: [
    column("measure", "Measure", true, `One of: ${measures.join(", ")}.`, `Una de: ${measures.join(", ")}.`),
    columnsAnyone.place,
    column("yearFrom", "Year from", true, "The first year that it is of.", "El primer año al que se refiere."),
    column("yearTo", "Year to", true, "The last year; the same where it is one.", "El último año; el mismo si es uno."),
    { ...columnsAnyone.sex, required: false },
    column("cause", "Cause", false, "A cause's key; blank for all.", "La clave de una causa; en blanco, todas."),
    column("value", "Value", true, "The number as published.", "El número tal como se publicó."),
    column("lower", "Lower", true, "The lower limit, if it has one.", "El límite inferior, si lo tiene."),
    column("upper", "Upper", true, "The upper limit, if it has one.", "El límite superior, si lo tiene."),
    column("publisher", "Publisher", true, "Who published it.", "Quién lo publicó."),
    column("dataSet", "Data set", true, "The data set it is from, if known.", "El conjunto de datos, si se conoce."),
    column("note", "Note", false, "Anything a reader should know.", "Lo que un lector debería saber."),
    column(
      "standing",
      "Standing",
      true,
      "published, or reported if read elsewhere.",
      "published, o reported si se leyó en otro sitio.",
    ),
  ],
  examples: [
    {
      ...{ measure: "life-expectancy-years", place: "32", yearFrom: "2010", yearTo: "2010", sex: "all" },
      ...{ value: "85.0", lower: "83.6", upper: "86.4", publisher: "City of Chicago", dataSet: "qjr3-bm53" },
      ...{ standing: "published" },
    },
    {
      ...{ measure: "life-expectancy-years", place: "26", yearFrom: "2023", yearTo: "2023", sex: "all" },
      ...{ value: "66.6", publisher: "City of Chicago", note: "as a newspaper reported it", standing: "reported" },
    },
  ],
  grid: {
    places: "as-found",
    absence: "missing",
    says: {
      en: "Only what was published; what is absent is not known here.",
      es: "Solo lo que se publicó; lo que falta no se conoce aquí.",
    },
  },
  read: (row, out, gazetteer) => {
    const measure = readCell(row, out, "measure", oneOfWords(measures));
    const placeId = readCell(row, out, "place", placeParser(gazetteer));
    const yearFrom = readCell(row, out, "yearFrom", year);
    const yearTo = readCell(row, out, "yearTo", year);
    const whose = readCell(row, out, "sex", anySex);
    const cause = readCell(row, out, "cause", anyCause);
    const value = readCell(row, out, "value", notNegative);
    const lower = readCell(row, out, "lower", orMissing(notNegative));
    const upper = readCell(row, out, "upper", orMissing(notNegative));
    const publisher = readCell(row, out, "publisher", words("who published the number"));
    const dataSet = readCell(row, out, "dataSet", orNone);
    const note = readCell(row, out, "note", orNone);
    const standing = readCell(row, out, "standing", oneOfWords(["published", "reported"]));
    if (yearFrom !== undefined && yearTo !== undefined && yearTo < yearFrom)
      return out.complain("yearTo", row.cell("yearTo"), `a year not before ${yearFrom}`);
    if (!measure || !placeId || !yearFrom || !yearTo || !whose || !cause || value === undefined) return;
    if (lower === undefined || upper === undefined || !publisher || !standing) return;
    out.observe({
      ...{ measure, placeId, yearFrom, yearTo, sex: whose, ageFrom: 0, ageBelow: null, cause },
      ...{ state: "shown", value, lower, upper },
      doubt: standing === "reported" && dataSet === "" ? "no-source-file" : null,
      saidBy: [publisher, dataSet, note].filter(Boolean).join("; "),
    });
  },
};

function column(key: string, heading: string, required: boolean, en: string, es: string): Column {
  return { key, headings: [heading], required, says: { en, es } };
}
