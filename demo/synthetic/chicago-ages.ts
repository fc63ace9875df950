import type { BySexAndBand } from "./bands.ts";

/**
 * People living in Chicago at the Census of 2010, by sex and band. The table that they come from has one count for
 * ages 0 to 4; a fifth of it stands here for the first year of life and the rest for the next four.
 *
 * Source: US Census Bureau, 2010 Census, in the Chicago Department of Public Health's population table by community
 * area, age and sex, 1999 to 2012, row of the city.
 */
export const chicagoPeople2010: BySexAndBand = {
  female: [91_787 / 5, (91_787 * 4) / 5, 163_147, 206_025, 260_792, 187_531, 172_254, 139_816, 85_604, 54_719, 25_851],
  male: [94_100 / 5, (94_100 * 4) / 5, 167_396, 199_935, 254_759, 190_608, 166_483, 123_033, 65_491, 35_085, 11_182],
};
