import type { BySexAndBand } from "./bands.ts";

/**
 * Deaths per 100,000 person-years in the United States, 2019, by sex and band: deaths over exposure, summed over the
 * bands. This is the schedule that each area's own is bent from.
 *
 * Source: Human Mortality Database, USA, 2019, https://www.mortality.org (CC BY 4.0); the sums are ours.
 */
export const usDeathsPer100k: BySexAndBand = {
  female: [528.3, 21.8, 11.3, 37.3, 79.6, 140.1, 294.1, 660.5, 1387, 3773, 13_702.3],
  male: [639.3, 26, 14.9, 97.1, 182.5, 256.1, 484.4, 1089.2, 2133.5, 5120.9, 15_391.1],
};

/**
 * Of all deaths in each band, the share that a cause has, United States, 2020, COVID-19 left out. Both sexes together;
 * counts below 10 are withheld at the source and stand as none. The kidney's share is that of glomerular disease and
 * renal failure.
 *
 * Source: CDC WONDER, Underlying Cause of Death (D76), 2020, by ten-year age group and ICD-10 sub-chapter: C00-C97,
 * I20-I25, I60-I69, E10-E14, N00-N07 with N17-N19, V01-V99 with W00-X59, X60-X84, X85-Y09.
 */
export const usCauseShares = {
  cancer: [0.0028, 0.0926, 0.1484, 0.0372, 0.0503, 0.1091, 0.1987, 0.2767, 0.2934, 0.2247, 0.1134],
  "coronary-heart-disease": [0.0006, 0, 0, 0.0025, 0.014, 0.0522, 0.1073, 0.1334, 0.1366, 0.132, 0.1411],
  stroke: [0.0054, 0.0166, 0.0142, 0.0054, 0.0084, 0.0204, 0.0327, 0.0355, 0.0441, 0.0597, 0.075],
  "diabetes-related": [0, 0, 0.0105, 0.0089, 0.0164, 0.0295, 0.0434, 0.0452, 0.0455, 0.0351, 0.0216],
  "kidney-disease": [0.0022, 0, 0, 0.0018, 0.0044, 0.0087, 0.0134, 0.0156, 0.0191, 0.0203, 0.0183],
  "unintentional-injury": [0.0616, 0.3469, 0.2914, 0.4293, 0.4391, 0.3144, 0.1585, 0.0715, 0.0305, 0.0253, 0.0281],
  suicide: [0, 0, 0.1124, 0.1726, 0.1188, 0.0744, 0.0416, 0.0179, 0.0079, 0.0042, 0.0015],
  homicide: [0.0127, 0.0932, 0.0838, 0.1838, 0.0997, 0.0451, 0.0144, 0.0043, 0.0012, 0.0004, 0.0001],
} as const satisfies Record<string, readonly number[]>;

/** A cause that the synthetic deaths are counted by. */
export type SyntheticCause = keyof typeof usCauseShares;
