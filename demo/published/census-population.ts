/**
 * People living in each community area at the Census of 1 April 2010, by area number (the first entry is area 1).
 *
 * Source: US Census Bureau, 2010 Census, in the Chicago Department of Public Health's population table by community
 * area, age and sex, 1999 to 2012. The 77 areas add up to the city's 2,695,598.
 */
export const censusPeopleByArea: readonly number[] = [
  54991, 71942, 56362, 39493, 31867, 94368, 64116, 80484, 11187, 37023, 25448, 18508, 17931, 51542, 64124, 53359, 41932,
  13426, 78743, 25010, 39262, 72791, 56323, 82236, 98514, 18001, 20567, 54881, 35912, 79288, 35769, 29283, 21390, 13391,
  18238, 5918, 2876, 21929, 17841, 11717, 25681, 23740, 52010, 31028, 10185, 31198, 2916, 13812, 44619, 7325, 15109,
  23042, 29651, 6482, 9426, 34513, 13393, 45368, 15612, 31977, 44377, 18109, 39894, 23139, 33355, 55628, 35505, 30654,
  32602, 41081, 48743, 20034, 26493, 19093, 22544, 12756, 56521,
];

/** People living in Chicago at the Census of 1 April 2010. */
export const censusPeopleOfChicago = 2_695_598;
