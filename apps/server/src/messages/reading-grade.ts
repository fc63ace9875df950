import type { Language } from "@evenspan/domain/kernel/text";

/** How a text is counted: sentences, words and syllables. */
type Counted = Readonly<{ sentences: number; words: number; syllables: number }>;

/**
 * The school grade at which a text can be read.
 *
 * Formula. English: Flesch-Kincaid, 0.39 words/sentences + 11.8 syllables/words - 15.59. Spanish: Fernández Huerta's
 * ease, 206.84 - 60 syllables/words - 1.02 words/sentences, brought to grades by Huerta's own table (90 is the fourth
 * grade, 80 the fifth, 70 the sixth, 60 the eighth, 50 the tenth), straight lines between.
 *
 * References. Kincaid JP and others. Naval Technical Training Command, Research Branch Report 8-75, 1975. Fernández
 * Huerta J. Medidas sencillas de lecturabilidad. Consigna 1959;214:29-32 (60 stands for its 0.60 syllables a hundred
 * words).
 *
 * @example
 * readingGrade("The cat sat on the mat.", "en") // => -1.45
 * @example
 * readingGrade("El gato se sentó en la mesa.", "es") // => 3
 */
export function readingGrade(text: string, language: Language): number {
  const counted = count(text, language);
  if (counted.words === 0) return 0;
  const perSentence = counted.words / counted.sentences;
  const perWord = counted.syllables / counted.words;
  if (language === "en") return round(0.39 * perSentence + 11.8 * perWord - 15.59);
  return round(gradeOfEase(206.84 - 60 * perWord - 1.02 * perSentence));
}

function count(text: string, language: Language): Counted {
  const words = text.match(/\p{L}[\p{L}’'-]*|\d[\d.,]*/gu) ?? [];
  const sentences = text.split(/[.!?:;]+(?:\s|$)/).filter((one) => /[\p{L}\d]/u.test(one)).length;
  const syllablesOf = language === "en" ? englishSyllables : spanishSyllables;
  return {
    sentences,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0),
  };
}

/**
 * Syllables of an English word: its groups of vowels, less the e that is not spoken. A number counts as one.
 *
 * @example
 * englishSyllables("people") // => 2
 * @example
 * englishSyllables("measured") // => 2
 * @example
 * englishSyllables("places") // => 2
 */
export function englishSyllables(word: string): number {
  const spoken = word.replace(/(?:[^laeiouycgshxz]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]!).replace(/^y/, "");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/**
 * Syllables of a Spanish word: its strong vowels and accented weak ones, and one for a group of weak ones alone.
 *
 * @example
 * spanishSyllables("ciudad") // => 2
 * @example
 * spanishSyllables("país") // => 2
 */
export function spanishSyllables(word: string): number {
  const groups =
    word
      .replace(/([qg])u(?=[eiéí])/g, "$1")
      .replace(/y$/, "i")
      .match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + Math.max(1, group.match(/[aeoáéíóú]/g)?.length ?? 0), 0),
  );
}

/** Ease and grade in Huerta's table, the easiest first. */
const table = [
  [100, 3],
  [90, 4],
  [80, 5],
  [70, 6],
  [60, 8],
  [50, 10],
  [30, 13],
  [0, 17],
] as const;

function gradeOfEase(ease: number): number {
  const below = table.findIndex(([at]) => ease >= at);
  if (below <= 0) return below === 0 ? table[0][1] : table.at(-1)![1];
  const [[high, easier], [low, harder]] = [table[below - 1]!, table[below]!];
  return harder - ((ease - low) / (high - low)) * (harder - easier);
}

const round = (value: number): number => Math.round(value * 100) / 100;
