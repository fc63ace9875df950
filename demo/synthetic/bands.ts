/** First ages of the eleven bands, in years: under 1, 1-4, then tens to 85 and over, as the 2000 US standard has them. */
export const bandStarts = [0, 1, 5, 15, 25, 35, 45, 55, 65, 75, 85] as const;

/** The bands as the files write them. */
export const bandLabels = [
  "0",
  "1-4",
  "5-14",
  "15-24",
  "25-34",
  "35-44",
  "45-54",
  "55-64",
  "65-74",
  "75-84",
  "85+",
] as const;

/** The sexes as the files write them, in their order. */
export const sexes = ["female", "male"] as const;

/** One number for each band, for each sex. */
export type BySexAndBand = Readonly<Record<(typeof sexes)[number], readonly number[]>>;

/** The years that the synthetic files cover. */
export const syntheticYears = [2015, 2016, 2017, 2018, 2019] as const;
