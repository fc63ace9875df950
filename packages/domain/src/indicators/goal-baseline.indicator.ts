import type { Indicator } from "./indicator.ts";

/**
 * The gap that a goal starts from, as the dataset it was frozen to tells it. It is a figure of its own only where a
 * later dataset revised the year: releases/frozen-baselines.ts makes it, since no reading of all data can.
 */
export const goalBaseline: Indicator = {
  key: "goal-baseline",
  version: 1,
  title: { en: "The gap that the goal started from", es: "La brecha de la que partió la meta" },
  term: { en: "Frozen baseline of a goal", es: "Punto de partida fijo de una meta" },
  meaning: {
    en: "The gap as it was known when the goal was set. Later corrections of that year do not change it, so that the goal stays what was promised.",
    es: "La brecha tal como se conocía cuando se fijó la meta. Las correcciones posteriores de ese año no la cambian, para que la meta siga siendo lo prometido.",
  },
  unit: "years",
  decimals: 1,
  better: "lower",
  make: () => [],
};
