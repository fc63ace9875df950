import { causeGroup } from "../cells/cause.ts";
import { type CellParser, orElse, orMissing, readCell } from "../cells/cell.ts";
import { notNegative } from "../cells/numbers.ts";
import { placeParser } from "../cells/place.ts";
import { sex } from "../cells/sex.ts";
import { oneOfWords, words } from "../cells/text.ts";
import { year } from "../cells/years.ts";
import type { Measure } from "./observation.ts";
import type { Source } from "./source.ts";

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
  publisher: "The publishers named in its rows",
  dataSet: "published figures",
  licence: "Facts, cited",
  homepage: "",
  download: null,
  origin: "published",
  format: "table",
  onePersonARow: false,
  columns: [
    { key: "measure", headings: ["Measure"], required: true },
    { key: "place", headings: ["Place"], required: true },
    { key: "yearFrom", headings: ["Year from"], required: true },
    { key: "yearTo", headings: ["Year to"], required: true },
    { key: "sex", headings: ["Sex"], required: false },
    { key: "cause", headings: ["Cause"], required: false },
    { key: "value", headings: ["Value"], required: true },
    { key: "lower", headings: ["Lower"], required: true },
    { key: "upper", headings: ["Upper"], required: true },
    { key: "publisher", headings: ["Publisher"], required: true },
    { key: "dataSet", headings: ["Data set"], required: true },
    { key: "note", headings: ["Note"], required: false },
    { key: "standing", headings: ["Standing"], required: true },
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
    const standing = readCell(row, out, "standing", oneOfWords(["published", "reported"]));
    if (yearFrom !== undefined && yearTo !== undefined && yearTo < yearFrom)
      return out.complain("yearTo", row.cell("yearTo"), `a year not before ${yearFrom}`);
    if (!measure || !placeId || !yearFrom || !yearTo || !whose || !cause || value === undefined) return;
    if (lower === undefined || upper === undefined || !publisher || !standing) return;
    out.observe({
      ...{ measure, placeId, yearFrom, yearTo, sex: whose, ageFrom: 0, ageBelow: null, cause },
      ...{ state: "shown", value, lower, upper },
      doubt: standing === "reported" && dataSet === "" ? "no-source-file" : null,
    });
  },
};
