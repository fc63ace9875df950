import type { Goal } from "@evenspan/domain/goals/goal";

/**
 * "Halve the gap by 2030". West Side United says it of the Loop and the West Side; the pair that RUSH prints, the Loop
 * and West Garfield Park, stands for them here. The seed adds the dataset to which the baseline is frozen.
 */
export const halveTheGap: Omit<Goal, "version" | "baselineDatasetId"> = {
  id: "halve-the-gap",
  title: {
    en: "Halve the gap between the Loop and West Garfield Park by 2030",
    es: "Reducir a la mitad, para 2030, la brecha entre el Loop y West Garfield Park",
  },
  indicator: "life-expectancy-gap",
  highPlaceId: "area:32",
  lowPlaceId: "area:26",
  baselineYear: 2010,
  targetShare: 0.5,
  targetYear: 2030,
  source:
    "West Side United, https://westsideunited.org/our-impact/, which says it of the Loop and the West Side; begun in February 2018 (the day was not published)",
  adoptedOn: "2018-02-01",
};
