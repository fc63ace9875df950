import type { Source } from "./source.ts";

/**
 * What is true of every data set of the City of Chicago Data Portal, by its number of two groups of four.
 *
 * The portal offers each tabular set as CSV at the same address for anybody (https://dev.socrata.com/docs/formats/csv.html).
 *
 * @example
 * cityPortal("qjr3-bm53").homepage // => "https://data.cityofchicago.org/d/qjr3-bm53"
 */
export const cityPortal = (
  dataSet: string,
): Pick<Source, "dataSet" | "licence" | "homepage" | "download" | "origin" | "onePersonARow"> => ({
  dataSet,
  licence: {
    en: "City of Chicago Data Portal terms of use: free to use with attribution",
    es: "Condiciones del portal de datos de la Ciudad de Chicago: uso libre citando la fuente",
  },
  homepage: `https://data.cityofchicago.org/d/${dataSet}`,
  download: `https://data.cityofchicago.org/api/views/${dataSet}/rows.csv?accessType=DOWNLOAD`,
  origin: "published",
  onePersonARow: false,
});

/** The department that publishes the City's health figures. */
export const cityHealthDepartment = "Chicago Department of Public Health";
