import { describe, expect, test } from "vitest";
import { translator } from "../messages/translate.ts";
import { indexOf } from "../pages/release-index.ts";
import { squeezed, stylesheet } from "../style/stylesheet.ts";
import { inventedRelease } from "../testing/invented-release.ts";
import { dayText } from "./day-text.ts";
import { kindTitle } from "./kind-words.ts";
import { doubtWords, measureWords } from "./measure-words.ts";
import { placeLabel, placePhrase, sideLabel } from "./place-words.ts";
import { reasonSentence } from "./reason-sentence.ts";
import { subjectLabel } from "./subject-words.ts";
import { asWorded } from "./verdict-words.ts";

const release = inventedRelease();
const en = { release, index: indexOf(release), language: "en" as const, t: translator("en") };
const es = { ...en, language: "es" as const, t: translator("es") };

describe("places in words", () => {
  test.each([
    ["area:32", "the Loop", "el Loop"],
    ["area:52", "the East Side", "el East Side"],
    ["area:26", "West Garfield Park", "West Garfield Park"],
    ["nation:us", "the United States", "los Estados Unidos"],
    ["county:17031", "Cook County", "el condado de Cook"],
    ["zip:60612", "ZIP 60612", "ZIP 60612"],
  ] as const)("%s is %s and %s inside a sentence", (id, english, spanish) => {
    expect([placePhrase(id, "en"), placePhrase(id, "es")]).toEqual([english, spanish]);
  });

  test("every side has its name in both languages", () => {
    expect(placeLabel("nation:us", "es")).toBe("Estados Unidos");
    expect([sideLabel("Far Southwest Side", "en"), sideLabel("Far Southwest Side", "es")]).toEqual([
      "Far Southwest Side",
      "Extremo suroeste",
    ]);
  });
});

describe("what a figure is about", () => {
  test.each([
    ["gap:area:32>area:26", "between the Loop and West Garfield Park", "entre el Loop y West Garfield Park"],
    ["gap:area:32>set:west-side@2", "between the Loop and West Side", "entre el Loop y West Side"],
    ["set:west-side@2", "West Side (9 places)", "West Side (9 lugares)"],
    ["system:example", "Example University Health", "Example University Health"],
    ["area:26", "West Garfield Park", "West Garfield Park"],
  ] as const)("%s is said in both languages", (subject, english, spanish) => {
    expect([subjectLabel(subject, en), subjectLabel(subject, es)]).toEqual([english, spanish]);
  });

  test("the cause and the sex are named where they are not all", () => {
    const kind = { indicator: "death-rate-crude", cause: "stroke", sex: "female" } as const;
    expect(kindTitle(kind, en)).toBe("Deaths for every 100,000 people: Stroke, women and girls");
    expect(kindTitle(kind, es)).toBe("Muertes por cada 100,000 personas: Accidente cerebrovascular, mujeres y niñas");
    expect(kindTitle({ ...kind, indicator: "of-a-later-program", cause: "all", sex: "all" }, en)).toBe(
      "of-a-later-program",
    );
  });
});

test("a reason goes before a state, and a state speaks where there is no reason", () => {
  expect(reasonSentence({ state: "suppressed", reason: "protects-people" }, en)).toContain("count from 1 to 10");
  expect(reasonSentence({ state: "not-collected", reason: null }, es)).toBe("Nadie recopiló esto.");
});

test("a difference is put in words as a distance, whichever way it goes", () => {
  const turned = asWorded({ verdict: "second-higher", difference: -16, lower: -18, upper: -14 }, "years");
  expect(turned).toEqual({ unit: "years", value: 16, lower: 14, upper: 18 });
});

test("measures and doubts of a later program are told by their own keys", () => {
  expect([measureWords("deaths", es.t), measureWords("new-measure", es.t)]).toEqual(["Muertes", "new-measure"]);
  expect([doubtWords("publisher-warning", en.t), doubtWords("new-doubt", en.t)]).toEqual([
    "The publisher warns about it",
    "new-doubt",
  ]);
});

test("a day is the one it was in Chicago", () => {
  expect(dayText(new Date("2026-01-01T03:00:00Z"), "en")).toBe("December 31, 2025");
});

describe("the style sheet", () => {
  test("has its font's address and none of another site", () => {
    const css = stylesheet("/assets/font.woff2");
    expect(css).toContain('src:url("/assets/font.woff2")');
    expect(css).toContain("font-display:swap");
    expect(css).not.toMatch(/https?:|@import|FONT|\/\*/);
  });

  test("sets no text below 16 px", () => {
    const sizes = [...stylesheet("x").matchAll(/--small:([^;]+)|font-size:([\d.]+)(rem|em|px|pt)/g)].map(
      ([all]) => all,
    );
    const small = sizes.filter((one) => {
      const [, amount, unit] = /([\d.]+)(rem|em|px|pt)/.exec(one) ?? [];
      return unit === "px" ? Number(amount) < 16 : unit === "rem" && Number(amount) < 1;
    });
    expect(small).toEqual([]);
  });

  test("is squeezed without losing what it says", () => {
    expect(squeezed("a:hover > b {\n  /* why */ margin: 0 auto;\n}\n")).toBe("a:hover > b{margin:0 auto}");
  });
});
