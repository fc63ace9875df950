/**
 * Hardship index of each community area, 2008 to 2012, from 1 (least) to 98 (most), by area number.
 *
 * It combines crowded housing, poverty, unemployment, education, age and income.
 *
 * Source: City of Chicago, "Census Data - Selected socioeconomic indicators in Chicago, 2008 - 2012", from the American
 * Community Survey; City of Chicago Data Portal, kn9c-c2s2, https://data.cityofchicago.org/d/kn9c-c2s2
 */
export const hardshipByArea: readonly number[] = [
  39, 46, 20, 17, 6, 5, 2, 1, 8, 21, 25, 11, 33, 53, 35, 34, 28, 50, 70, 71, 42, 23, 85, 10, 73, 92, 83, 15, 87, 96, 76,
  3, 7, 82, 47, 78, 97, 57, 26, 88, 14, 58, 55, 60, 41, 75, 79, 38, 52, 51, 65, 64, 62, 98, 44, 32, 67, 84, 61, 43, 91,
  69, 93, 29, 56, 80, 89, 94, 66, 37, 74, 12, 48, 16, 30, 24, 19,
];
