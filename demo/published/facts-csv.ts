import { csvText } from "../csv-text.ts";
import type { Fact } from "./fact.ts";

const header = [
  "measure",
  "place",
  "year_from",
  "year_to",
  "sex",
  "value",
  "lower",
  "upper",
  "publisher",
  "data_set",
  "note",
  "standing",
];

/** Facts as the text of a file that the source of published figures reads. */
export const factsCsv = (facts: readonly Fact[]): string =>
  csvText(
    header,
    facts.map((it) => [
      it.measure,
      it.placeId,
      it.yearFrom,
      it.yearTo,
      "all",
      it.value,
      it.lower ?? "",
      it.upper ?? "",
      it.publisher,
      it.dataSet,
      it.note,
      it.standing,
    ]),
  );
