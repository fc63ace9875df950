import { createHash } from "node:crypto";
import type { DatasetCard, SourceRow } from "@evenspan/domain/releases/release-content";
import { areaId, inventedYears } from "./invented-values.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function dataset(id: string, more: Partial<DatasetCard> & Pick<DatasetCard, "title" | "publisher">): DatasetCard {
  return {
    id,
    dataSet: id,
    licence: { en: "Open data terms of the publisher", es: "Condiciones de datos abiertos de quien publica" },
    homepage: `https://data.example.org/d/${id}`,
    origin: "published",
    fileName: `${id}.csv`,
    byteSize: 48_213,
    fingerprint: sha256(id),
    rowsRead: 308,
    rowsKept: 308,
    doubtful: 0,
    rowsShown: true,
    ...more,
  };
}

/** Datasets of every origin: published, reported, the office's own and synthetic; one whose rows are not shown. */
export const inventedDatasets: readonly DatasetCard[] = [
  dataset("qx11-le", {
    title: { en: "Life expectancy by community area", es: "Esperanza de vida por área comunitaria" },
    publisher: "City health department (invented)",
    doubtful: 1,
  }),
  dataset("qx12-deaths", {
    title: {
      en: "Deaths by area, age, sex and cause (made by a program)",
      es: "Muertes por área, edad, sexo y causa (hechas por un programa)",
    },
    publisher: "Evenspan’s demonstration",
    origin: "synthetic",
    licence: { en: "No rights reserved", es: "Sin derechos reservados" },
    rowsRead: 125_004,
    rowsKept: 125_004,
    rowsShown: false,
  }),
  dataset("qx13-people", {
    title: { en: "People by area, age and sex", es: "Personas por área, edad y sexo" },
    publisher: "Census office (invented)",
  }),
  dataset("qx14-hardship", {
    title: { en: "Hardship index", es: "Índice de dificultad económica" },
    publisher: "City of the example (invented)",
    rowsRead: 78,
    rowsKept: 77,
  }),
  dataset("qx15-money", {
    title: { en: "What the hospital says about itself", es: "Lo que el hospital dice de sí mismo" },
    publisher: "A hospital (invented)",
    origin: "office",
    rowsRead: 1,
    rowsKept: 1,
  }),
  dataset("qx16-told", {
    title: { en: "Newer values, as others told them", es: "Valores más nuevos, contados por otros" },
    publisher: "City health department (invented), told by others",
    origin: "reported",
    rowsRead: 5,
    rowsKept: 5,
  }),
];

const years = [1990, 2000, 2010];

/** The number of the row of an area's life expectancy in its dataset. */
export const lifeExpectancyRow = (areaNumber: number, year: number): number =>
  (areaNumber - 1) * years.length + years.indexOf(year) + 1;

/** Rows as a receipt opens them. */
export function inventedRows(datasetId: string, observations: readonly number[]): readonly SourceRow[] {
  const card = inventedDatasets.find((one) => one.id === datasetId);
  if (!card?.rowsShown) return [];
  return observations.map((observation) => row(datasetId, observation));
}

function row(datasetId: string, observation: number): SourceRow {
  const area = (Math.floor((observation - 1) / years.length) % 77) + 1;
  const year = years[(observation - 1) % years.length]!;
  const people = datasetId === "qx13-people";
  const estimate = inventedYears(area, year);
  return {
    observation,
    line: observation + 1,
    measure: people ? "population" : "life-expectancy-years",
    place: areaId(area),
    yearFrom: year,
    yearTo: year,
    sex: "all",
    ageFrom: people ? 5 * (observation % 18) : 0,
    ageBelow: people ? 5 * (observation % 18) + 5 : null,
    cause: "all",
    state: "shown",
    value: people ? 1000 + observation : estimate.value,
    lower: people ? null : estimate.lower,
    upper: people ? null : estimate.upper,
    doubt: area === 17 && year === 2010 && !people ? "estimate-outside-interval" : null,
    saidBy: null,
  };
}
