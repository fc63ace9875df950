import { describe, expect, test } from "vitest";
import type { Figure } from "../figures/figure.ts";
import { figureOf } from "../releases/testing.ts";
import { goalReading } from "./goal.rules.ts";
import type { Goal } from "./goal.ts";

const goal: Goal = {
  ...{ id: "halve-the-gap", version: 1, title: { en: "Halve the gap", es: "Reducir la brecha a la mitad" } },
  ...{ indicator: "life-expectancy-gap", highPlaceId: "area:32", lowPlaceId: "area:26" },
  ...{ baselineYear: 2010, baselineDatasetId: "city-1", targetShare: 0.5, targetYear: 2030 },
  ...{ source: "West Side United", adoptedOn: "2018-02-01" },
};

/** The gap of a year, with limits this far from it; without an interval where none is given. */
const gap = (year: number, value: number, reach?: number, more: Partial<Figure> = {}): Figure =>
  figureOf({
    ...{ indicator: "life-expectancy-gap", subject: "gap:area:32>area:26", period: { from: year, to: year }, value },
    ...(reach === undefined
      ? { lower: null, upper: null, level: null }
      : { lower: value - reach, upper: value + reach, level: 0.95 }),
    ...more,
  });

const withheld: Partial<Figure> = {
  ...{ state: "unreliable", reason: "input-withheld", value: null, lower: null, upper: null, level: null },
};

const reading = (...figures: Figure[]) => {
  const made = goalReading(goal, figures);
  if (!made) throw new Error("there is a baseline");
  return made;
};

const promiseEn = "The goal is to bring the gap from 16.2 years in 2010 down to 8.1 by 2030.";
const promiseEs = "La meta es reducir la brecha de 16.2 años en 2010 a 8.1 para 2030.";
const baseline = gap(2010, 16.2, 2.3);

describe("where the goal stands", () => {
  test("not measured: nothing after 2010 is at hand", () => {
    expect(reading(baseline)).toMatchObject({
      standing: "not-measured",
      sentence: {
        en: `${promiseEn} Nothing measured after 2010 is at hand, so we cannot say where the goal stands.`,
        es: `${promiseEs} No hay ninguna medición posterior a 2010, así que no podemos decir cómo va la meta.`,
      },
    });
  });

  test("widened: 20.7 ± 2 lies beyond chance above 16.2 ± 2.3", () => {
    // The difference is 4.5, and √(2² + 2.3²) is 3.05.
    expect(reading(baseline, gap(2023, 20.7, 2))).toMatchObject({
      standing: "widened",
      sentence: {
        en: `${promiseEn} In 2023 it was 20.7 years: the measured gap has widened since 2010. The goal is being missed.`,
        es: `${promiseEs} En 2023 era de 20.7 años: la brecha medida ha crecido desde 2010. La meta no se está cumpliendo.`,
      },
    });
  });

  test("narrowed: 11 ± 2 lies beyond chance below, and above the target", () => {
    expect(reading(baseline, gap(2023, 11, 2))).toMatchObject({
      standing: "narrowed",
      sentence: {
        en: `${promiseEn} In 2023 it was 11.0 years: the measured gap has narrowed since 2010, and the goal is not yet met.`,
        es: `${promiseEs} En 2023 era de 11.0 años: la brecha medida se ha reducido desde 2010, pero la meta aún no se cumple.`,
      },
    });
  });

  test("met: even the upper limit, 8.1, is at the target", () => {
    expect(reading(baseline, gap(2029, 6.1, 2))).toMatchObject({
      standing: "met",
      sentence: {
        en: `${promiseEn} In 2029 it was 6.1 years: the goal is met.`,
        es: `${promiseEs} En 2029 era de 6.1 años: la meta se cumplió.`,
      },
    });
    expect(reading(baseline, gap(2029, 6.2, 2)).standing).toBe("narrowed");
  });

  test("no clear change: 17 ± 2 cannot be told from 16.2 ± 2.3", () => {
    expect(reading(baseline, gap(2023, 17, 2))).toMatchObject({
      standing: "no-clear-change",
      sentence: {
        en: `${promiseEn} In 2023 it was 17.0 years: we cannot say whether it changed since 2010.`,
        es: `${promiseEs} En 2023 era de 17.0 años: no podemos decir si cambió desde 2010.`,
      },
    });
  });

  test("reported wider: 20.7 without a range", () => {
    expect(reading(baseline, gap(2023, 20.7))).toMatchObject({
      standing: "reported-wider",
      sentence: {
        en: `${promiseEn} For 2023, 20.7 years was reported, without a range that would tell how sure that is. If it is right, the gap has widened and the goal is being missed.`,
        es: `${promiseEs} Para 2023 se informó de 20.7 años, sin un rango que diga qué tan seguro es. Si es correcto, la brecha ha crecido y la meta no se está cumpliendo.`,
      },
    });
  });

  test("reported narrower: 12 without a range", () => {
    expect(reading(baseline, gap(2023, 12))).toMatchObject({
      standing: "reported-narrower",
      sentence: {
        en: `${promiseEn} For 2023, 12.0 years was reported, without a range that would tell how sure that is. If it is right, the gap has narrowed.`,
        es: `${promiseEs} Para 2023 se informó de 12.0 años, sin un rango que diga qué tan seguro es. Si es correcto, la brecha se ha reducido.`,
      },
    });
  });

  test("the same number reported again has neither widened nor narrowed", () => {
    expect(reading(baseline, gap(2023, 16.2)).standing).toBe("no-clear-change");
  });

  test("a baseline without a range says nothing of chance, and the newest figure is not called reported", () => {
    expect(reading(gap(2010, 16.2), gap(2023, 20.7, 2)).standing).toBe("no-clear-change");
  });

  test("is read off the newest figure that is shown, whatever the order they come in", () => {
    const later = gap(2024, 20, 1, withheld);
    const made = reading(later, gap(2023, 20.7, 2), gap(2019, 15, 2), baseline);
    expect(made.standing).toBe("widened");
    expect(made.curve).toEqual([2010, 2019, 2023, 2024].map((year) => gap(year, 0).id));
  });
});

describe("how the gap came to be", () => {
  test("it widened before: 10.5 ± 2 in 1990", () => {
    expect(reading(gap(1990, 10.5, 2), gap(2000, 14.4, 2), baseline).sentence).toEqual({
      en: `${promiseEn} Before that, the measured gap widened: it was 10.5 years in 1990. Nothing measured after 2010 is at hand, so we cannot say where the goal stands.`,
      es: `${promiseEs} Antes, la brecha medida creció: era de 10.5 años en 1990. No hay ninguna medición posterior a 2010, así que no podemos decir cómo va la meta.`,
    });
  });

  test("it narrowed before: 22 ± 2 in 1990", () => {
    const { en, es } = reading(gap(1990, 22, 2), baseline).sentence;
    expect(en).toContain(" Before that, the measured gap narrowed: it was 22.0 years in 1990. ");
    expect(es).toContain(" Antes, la brecha medida se redujo: era de 22.0 años en 1990. ");
  });

  test.each([
    ["15 ± 2, too near to tell", gap(1990, 15, 2)],
    ["10.5 without a range", gap(1990, 10.5)],
  ])("it cannot be told: %s", (_, first) => {
    const { en, es } = reading(first, baseline).sentence;
    expect(en).toContain(" Whether it changed between 1990 and 2010 cannot be told from the numbers. ");
    expect(es).toContain(" Los números no permiten decir si cambió entre 1990 y 2010. ");
  });
});

describe("the baseline", () => {
  test("that is not there makes no reading", () => {
    expect(goalReading(goal, [gap(2000, 14.4, 2), gap(2023, 20.7, 2)])).toBeNull();
    expect(goalReading(goal, [gap(2010, 16.2, 2, { period: { from: 2006, to: 2010 } })])).toBeNull();
  });

  test("that is withheld is not stood in for", () => {
    expect(reading(gap(2010, 0, 1, withheld), gap(2023, 20.7, 2))).toMatchObject({
      ...{ standing: "not-measured", targetValue: null },
      sentence: {
        en: "The gap that this goal starts from is withheld, so nothing can be said about it yet.",
        es: "La brecha de la que parte esta meta no se muestra, así que todavía no se puede decir nada.",
      },
    });
  });

  test("is that of the goal's own pair and measure", () => {
    const others = [
      gap(2010, 9, 1, { subject: "gap:area:32>area:27" }),
      gap(2010, 9, 1, { indicator: "life-expectancy-gap-computed" }),
      gap(2010, 9, 1, { sex: "male" }),
    ];
    expect(goalReading(goal, others)).toBeNull();
    expect(reading(...others, baseline)).toMatchObject({ baselineFigure: baseline.id, targetValue: 8.1 });
  });
});
