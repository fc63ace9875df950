import { describe, expect, test } from "vitest";
import type { Figure } from "../figures/figure.ts";
import { figureOf } from "../releases/testing.ts";
import { claimReading } from "./claim.rules.ts";
import type { Claim } from "./claim.ts";

const sixteenYears: Claim = {
  ...{ id: "sixteen-years", version: 1, text: { en: "16 years apart", es: "16 años de diferencia" } },
  ...{ saidBy: "A hospital", saidInYear: 2015, source: "its web page", indicator: "life-expectancy-gap" },
  ...{ highPlaceId: "area:32", lowPlaceId: "area:26", claimedValue: 16, measuredYear: null, note: null },
};

const gap = (
  year: number,
  value: number,
  limits: readonly [number, number] | null = null,
  more: Partial<Figure> = {},
) =>
  figureOf({
    ...{ indicator: "life-expectancy-gap", subject: "gap:area:32>area:26", period: { from: year, to: year }, value },
    ...{ lower: limits?.[0] ?? null, upper: limits?.[1] ?? null, level: limits && 0.95 },
    ...more,
  });

const in2000 = gap(2000, 14.4, [12.1, 16.7]);
const in2010 = gap(2010, 16.2, [13.9, 18.5]);
const in2023 = gap(2023, 20.7);
const read = (more: Partial<Claim>, ...figures: Figure[]) => claimReading({ ...sixteenYears, ...more }, figures);

const unchecked = {
  standing: "cannot-be-checked",
  sentence: {
    en: "No figure here is about the same places and year, so we cannot say whether this is so.",
    es: "Ninguna cifra de aquí trata de los mismos lugares y año, así que no podemos decir si es así.",
  },
  figures: [],
};

describe("a claim", () => {
  test("holds where it agrees with the newest figure", () => {
    expect(read({}, in2000, in2010)).toEqual({
      ...{ claim: sixteenYears, standing: "holds", figures: [in2010.id] },
      sentence: {
        en: "This agrees with the newest figure at hand, that of 2010: 16.2, likely between 13.9 and 18.5 years.",
        es: "Coincide con la cifra más reciente disponible, la de 2010: 16.2, probablemente entre 13.9 y 18.5 años.",
      },
    });
  });

  test("is superseded where it was so for its time, and a newer figure says otherwise", () => {
    expect(read({}, in2000, in2010, in2023)).toMatchObject({
      ...{ standing: "superseded", figures: [in2023.id, in2010.id] },
      sentence: {
        en: "It agreed with the newest figure there was when it was said, and is out of date. The newest figure at hand, for 2023, is 20.7 years, not 16.",
        es: "Coincidía con la cifra más reciente que había cuando se dijo y ya no está al día. La cifra más reciente, de 2023, es 20.7 años, no 16.",
      },
    });
    expect(read({ measuredYear: 2010 }, in2010, in2023).sentence).toEqual({
      en: "This was so for its time, and is out of date. The newest figure at hand, for 2023, is 20.7 years, not 16.",
      es: "Era así en su momento y ya no está al día. La cifra más reciente, de 2023, es 20.7 años, no 16.",
    });
  });

  test("cannot be checked where it lies inside a wide range and does not agree: the two cannot be told apart", () => {
    expect(read({ claimedValue: 14.6 }, gap(2010, 12.2, [9.4, 15]))).toMatchObject({
      ...{ standing: "cannot-be-checked", figures: [in2010.id] },
      sentence: {
        en: "The newest figure at hand, that of 2010, is 12.2 years, likely between 9.4 and 15.0. The two cannot be told apart, so we cannot say whether this is so.",
        es: "La cifra más reciente disponible, la de 2010, es de 12.2 años, probablemente entre 9.4 y 15.0. No se pueden distinguir, así que no podemos decir si es así.",
      },
    });
  });

  test("cannot be checked against a wide range of its own year, though the newest figure is another number", () => {
    expect(read({ claimedValue: 18 }, in2010, in2023)).toMatchObject({
      ...{ standing: "cannot-be-checked", figures: [in2010.id, in2023.id] },
      sentence: {
        en: "The figure for 2010 is 16.2 years, likely between 13.9 and 18.5. The two cannot be told apart, so we cannot say whether this is so.",
        es: "La cifra de 2010 es de 16.2 años, probablemente entre 13.9 y 18.5. No se pueden distinguir, así que no podemos decir si es así.",
      },
    });
  });

  test("is not called out of date by a newer figure in whose wide range it lies: that cannot tell", () => {
    expect(read({}, in2010, gap(2023, 17, [15, 19])).standing).toBe("cannot-be-checked");
    expect(read({}, in2010, gap(2023, 18, [17, 19])).standing).toBe("superseded");
  });

  test("holds where it agrees with the newest, though its own figure could not tell", () => {
    expect(read({ claimedValue: 18 }, in2010, gap(2023, 18.2)).standing).toBe("holds");
  });

  test("is contradicted where the figure of its own year says otherwise, whatever a newer one says", () => {
    expect(read({ claimedValue: 20 }, in2010, in2023)).toMatchObject({
      ...{ standing: "contradicted", figures: [in2010.id, in2023.id] },
      sentence: {
        en: "The figure for 2010 says otherwise: 16.2, likely between 13.9 and 18.5 years, not 20.",
        es: "La cifra de 2010 dice otra cosa: 16.2, probablemente entre 13.9 y 18.5 años, no 20.",
      },
    });
  });

  test("cannot be checked without a pair, without figures of it, or of another measure", () => {
    expect(read({ highPlaceId: null, lowPlaceId: null }, in2010)).toMatchObject(unchecked);
    expect(read({ lowPlaceId: "area:27" }, in2010)).toMatchObject(unchecked);
    expect(read({ indicator: "hardship" }, in2010)).toMatchObject(unchecked);
    expect(read({})).toMatchObject(unchecked);
  });

  test("cannot be checked against a withheld figure", () => {
    expect(read({}, gap(2010, 16.2, null, { state: "unreliable", value: null }))).toMatchObject(unchecked);
  });
});

describe("the year that a claim is about", () => {
  test("where it is told, its figure is that of this year and no other", () => {
    expect(read({ measuredYear: 2000, claimedValue: 14 }, in2000, in2010, in2023).standing).toBe("superseded");
    expect(read({ measuredYear: 2005 }, in2000, in2010)).toMatchObject(unchecked);
    expect(read({ measuredYear: 2023, saidInYear: 2025, claimedValue: 20.7 }, in2010, in2023).standing).toBe("holds");
  });

  test("where it is not told, it is the newest that was there when it was said", () => {
    // Said in 2005 it is held against 2000: 12.1 to 16.7. 17 is not in it, though it is in that of 2010.
    expect(read({ saidInYear: 2005, claimedValue: 17 }, in2000, in2010)).toMatchObject({
      ...{ standing: "contradicted", figures: [in2000.id, in2010.id] },
    });
    expect(read({ saidInYear: 2010, claimedValue: 17 }, in2000, in2010).standing).toBe("cannot-be-checked");
  });

  test("where nothing was there yet when it was said, it cannot be checked", () => {
    expect(read({ saidInYear: 1995 }, in2000, in2010)).toMatchObject(unchecked);
  });
});

describe("agreeing", () => {
  test.each([
    [15.7, "holds"],
    [16.7, "holds"],
    [15.6, "cannot-be-checked"],
    [16.8, "cannot-be-checked"],
    [13.9, "cannot-be-checked"],
    [18.5, "cannot-be-checked"],
    [13.8, "contradicted"],
    [18.6, "contradicted"],
  ])("with 16.2 (13.9 to 18.5): %f %s", (claimedValue, standing) => {
    expect(read({ claimedValue }, in2010).standing).toBe(standing);
  });

  test.each([
    [16, "holds"],
    [15.7, "holds"],
    [16.7, "holds"],
    [15.6, "contradicted"],
    [17, "contradicted"],
  ])("with 16.2 that has no range, and comes out as 16.200000000000003: %f %s", (claimedValue, standing) => {
    expect(read({ claimedValue }, gap(2010, 85 - 68.8)).standing).toBe(standing);
  });

  test("with a narrow range allows for a number said in whole years", () => {
    expect(read({ claimedValue: 16 }, gap(2010, 16.4, [16.2, 16.6])).standing).toBe("holds");
  });
});
