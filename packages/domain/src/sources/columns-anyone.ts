import type { Column } from "./source.ts";

/** Columns that several of the files have which any office can fill in. */
export const columnsAnyone = {
  place: {
    key: "place",
    headings: ["Place"],
    required: true,
    says: {
      en: "A community area's number or name, a ZIP code, a census tract's GEOID, or an id such as city:chicago.",
      es: "El número o nombre de un área comunitaria, un código postal, el GEOID de una sección censal o un identificador como city:chicago.",
    },
  },
  year: {
    key: "year",
    headings: ["Year"],
    required: true,
    says: { en: "A calendar year of four digits.", es: "Un año de cuatro cifras." },
  },
  age: {
    key: "age",
    headings: ["Age"],
    required: true,
    says: {
      en: "An age band in completed years: 0-4, 5-14, 85+, <1, or all for all ages.",
      es: "Un grupo de edad en años cumplidos: 0-4, 5-14, 85+, <1, o all para todas las edades.",
    },
  },
  sex: {
    key: "sex",
    headings: ["Sex"],
    required: true,
    says: { en: "female, male, or all for both.", es: "female (mujeres), male (hombres) o all (ambos)." },
  },
} as const satisfies Record<string, Column>;
