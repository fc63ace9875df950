import { dataPackage, type TableField } from "@evenspan/standards/frictionless/data-package";
import type { Figure } from "../figures/figure.ts";
import { gapEnds, type Subject } from "../figures/subject.ts";
import type { Indicator } from "../indicators/indicator.ts";
import { indicators } from "../indicators/indicators.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import { placeName } from "../places/gazetteer.ts";
import { type PlaceSet, placeSetRef } from "../places/place-set.ts";
import type { ReleaseContent } from "../releases/release-content.ts";
import { csv } from "./csv.ts";
import { type ReleaseDocument, releaseDocument } from "./release-document.ts";

/** The columns of each table of figures, with their meaning: the data dictionary. */
const fields: readonly TableField[] = [
  field("figure", "string", "Figure", "Id of the figure; its receipt is found under it."),
  field("subject", "string", "Subject", "Place, set of places with version, or pair of places, by id."),
  field("name", "string", "Name", "The subject in words."),
  field("year_from", "year", "From", "First calendar year of the period."),
  field("year_to", "year", "To", "Last calendar year of the period, included."),
  field("sex", "string", "Sex", "all, female or male, as the source counts them."),
  field("cause", "string", "Cause", "Group of underlying causes of death; all is all of them."),
  field(
    "state",
    "string",
    "State",
    "shown, suppressed, unreliable, missing, not-collected or not-applicable. Only shown has a value.",
  ),
  field("reason", "string", "Reason", "Why there is no value, as a code; empty where there is one."),
  field("value", "number", "Value", "The value in the unit of the table."),
  field("lower", "number", "Lower limit", "Lower end of the 95% interval; empty where there is none."),
  field("upper", "number", "Upper limit", "Upper end of the 95% interval; empty where there is none."),
  field("unit", "string", "Unit", "years, per-100k (people and year), people, index-0-100, usd or percent."),
  field("method", "string", "Method", "How it came about; see the methods page."),
  field("origin", "string", "Origin", "published, computed, reported or synthetic (invented for demonstration)."),
];

function field(name: string, type: TableField["type"], title: string, description: string): TableField {
  return { name, type, title, description };
}

/** The figures of a release as CSV tables, one an indicator, with their data package and dictionary. */
export function dataTables(content: ReleaseContent): readonly ReleaseDocument[] {
  const tables = indicators.flatMap((indicator) => {
    const of = content.figures.filter((figure) => figure.indicator === indicator.key);
    return of.length > 0 ? [{ indicator, file: tableFile(indicator, of, content.placeSets) }] : [];
  });
  const dictionary = csv(
    ["column", "type", "title", "meaning"],
    fields.map((f) => [f.name, f.type, f.title, f.description]),
  );
  return [
    ...tables.map((table) => table.file),
    releaseDocument("data/dictionary.csv", "text/csv; charset=utf-8", dictionary),
    releaseDocument("data/datapackage.json", "application/json", canonicalJson(packageOf(content, tables))),
  ];
}

const tableFile = (indicator: Indicator, figures: readonly Figure[], sets: readonly PlaceSet[]): ReleaseDocument =>
  releaseDocument(
    `data/${indicator.key}.csv`,
    "text/csv; charset=utf-8",
    csv(
      fields.map((one) => one.name),
      figures.map((f) => [
        f.id,
        f.subject,
        subjectName(f.subject, sets),
        f.period.from,
        f.period.to,
        f.sex,
        f.cause,
        f.state,
        f.reason,
        f.value,
        f.lower,
        f.upper,
        f.unit,
        f.method,
        f.origin,
      ]),
    ),
  );

/** What a table calls a subject, in English. */
function subjectName(subject: Subject, sets: readonly PlaceSet[]): string {
  const ends = gapEnds(subject);
  if (ends) return `${subjectName(ends.high, sets)} less ${subjectName(ends.low, sets)}`;
  const set = sets.find((one) => placeSetRef(one) === subject);
  return set ? `${set.name.en} (version ${set.version})` : placeName(subject as Parameters<typeof placeName>[0]);
}

const packageOf = (
  { system }: ReleaseContent,
  tables: readonly Readonly<{ indicator: Indicator; file: ReleaseDocument }>[],
) =>
  dataPackage({
    name: `${system.slug}-figures`,
    title: `Figures of ${system.name}`,
    description: system.demonstration
      ? "A demonstration: figures whose origin is synthetic are invented."
      : "Each figure with its interval, its state and its origin.",
    version: "1",
    licence: "CC-BY-4.0",
    tables: tables.map(({ indicator, file: { path, body, sha256 } }) => ({
      name: indicator.key,
      path: path.replace(/^data\//, ""),
      title: indicator.term.en,
      description: indicator.meaning.en,
      bytes: body.length,
      sha256,
      fields,
      primaryKey: ["figure"],
    })),
  });
