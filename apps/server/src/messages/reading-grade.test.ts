import type { Language } from "@evenspan/domain/kernel/text";
import { describe, expect, test } from "vitest";
import { inventedPortal, pagesOfEachKind } from "../testing/invented-portal.ts";
import { englishSyllables, readingGrade, spanishSyllables } from "./reading-grade.ts";
import { type MessageKey, messages, translator } from "./translate.ts";

/** The highest grade on the portal. */
const highest = 8;

describe("the measure", () => {
  test.each([
    ["people", 2],
    ["places", 2],
    ["changed", 1],
    ["wanted", 2],
    ["expectancy", 4],
    ["little", 2],
    ["numbers", 2],
    ["2010", 1],
  ])("the English word %s has %i syllables", (word, syllables) => {
    expect(englishSyllables(word)).toBe(syllables);
  });

  test.each([
    ["esperanza", 4],
    ["ciudad", 2],
    ["país", 2],
    ["que", 1],
    ["guerra", 2],
    ["agua", 2],
    ["leer", 2],
    ["muy", 1],
    ["años", 2],
  ])("the Spanish word %s has %i syllables", (word, syllables) => {
    expect(spanishSyllables(word)).toBe(syllables);
  });

  test("one sentence of six words of one syllable is below the first grade, by hand", () => {
    expect(readingGrade("The cat sat on the mat.", "en")).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
  });

  test("officialese is far above the eighth grade in both languages", () => {
    const english =
      "Notwithstanding methodological heterogeneity, longitudinal epidemiological estimation necessitates considerable interpretative circumspection.";
    const spanish =
      "La heterogeneidad metodológica de las estimaciones epidemiológicas longitudinales requiere considerable circunspección interpretativa.";
    expect(readingGrade(english, "en")).toBeGreaterThan(20);
    expect(readingGrade(spanish, "es")).toBeGreaterThan(14);
  });
});

/** What stands for the arguments of a message: short names and numbers, as on a page. */
const samples: Readonly<Record<string, string | number>> = {
  count: 12,
  first: 12,
  between: "between 14 and 19",
  about: "about 16 years",
};

const argument = (name: string): string | number =>
  samples[name] ?? (/place|high|low|name|who|what|why|path|list|source/.test(name) ? "Austin" : "2010");

function spoken(key: MessageKey, language: Language): string {
  const names = [...messages[language][key].matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name!);
  const args = Object.fromEntries(names.map((name) => [name, argument(name)]));
  return (translator(language) as (key: MessageKey, args: object) => string)(key, args);
}

/** Sentences on a page that are read from start to end: no tables, lists of facts, names of files. */
function prose(html: string): string {
  const main = /<main id="content">(.*)<\/main>/s.exec(html)![1]!;
  const without = main
    .replace(/<(table|svg|dl|select|code|q)[ >].*?<\/\1>/gs, "")
    .replace(/<p class="(note|about)".*?<\/p>/gs, "");
  const paragraphs = [...without.matchAll(/<(p|li|h1|h2|h3)[ >](.*?)<\/\1>/gs)].map(([, , text]) =>
    text!.replace(/<[^>]+>/g, ""),
  );
  return paragraphs.map((text) => (/[.!?:]\s*$/.test(text) ? text : `${text}.`)).join(" ");
}

describe.each(["en", "es"] as const)("in %s", (language) => {
  const long = (Object.keys(messages[language]) as MessageKey[]).filter(
    (key) => spoken(key, language).split(/\s+/).length >= 12,
  );

  test.each(long)(`%s can be read by the eighth grade`, (key) => {
    expect(readingGrade(spoken(key, language), language), spoken(key, language)).toBeLessThanOrEqual(highest);
  });

  const app = inventedPortal();
  test.each(pagesOfEachKind)(`the sentences of %s can be read by the eighth grade`, async (path) => {
    const html = await (await app.request(`/${language}${path}`)).text();
    expect(readingGrade(prose(html), language)).toBeLessThanOrEqual(highest);
  });
});
