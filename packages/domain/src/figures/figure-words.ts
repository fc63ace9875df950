import type { Period } from "../kernel/period.ts";
import type { Language, Text } from "../kernel/text.ts";
import type { ValueState } from "../kernel/value-state.ts";
import type { Figure, Unit } from "./figure.ts";

/** What of a figure its words are made from. */
export type Worded = Pick<Figure, "value" | "lower" | "upper" | "unit">;

/** The locale of numbers and dates: both as readers in Chicago write them, 1,234.5. */
export const locales: Readonly<Record<Language, string>> = { en: "en-US", es: "es-US" };

/** The word after a number; empty where the number carries its unit (dollars, percent) or needs none (an index). */
const unitAfter: Readonly<Record<Unit, Readonly<{ one: Text; many: Text }>>> = {
  years: { one: { en: "year", es: "año" }, many: { en: "years", es: "años" } },
  "per-100k": same("per 100,000 people", "por cada 100,000 personas"),
  people: { one: { en: "person", es: "persona" }, many: { en: "people", es: "personas" } },
  "index-0-100": same("out of 100", "de 100"),
  usd: same("", ""),
  percent: same("", ""),
};

/** How each state of a value is said in a few words, where a number would stand. */
export const stateWords: Readonly<Record<ValueState, Text>> = {
  shown: { en: "Shown", es: "Se muestra" },
  suppressed: { en: "Withheld for privacy", es: "Reservado por privacidad" },
  unreliable: { en: "Too uncertain to show", es: "Demasiado incierto para mostrarlo" },
  missing: { en: "Missing from the source", es: "Falta en la fuente" },
  "not-collected": { en: "Not collected", es: "No se recopiló" },
  "not-applicable": { en: "Does not apply here", es: "No corresponde aquí" },
};

/**
 * A number with a fixed count of decimals, as readers of the language write it.
 *
 * @example
 * numberText(1234.56, 1, "en") // => "1,234.6"
 */
export const numberText = (value: number, decimals: number, language: Language): string =>
  format(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);

/**
 * A value of a unit without its word: dollars and percent carry their sign, millions of dollars are said as such.
 *
 * @example
 * amountText(6_000_000, "usd", 0, "es") // => "$6 millones"
 * @example
 * amountText(68.8, "years", 1, "en") // => "68.8"
 */
export function amountText(value: number, unit: Unit, decimals: number, language: Language): string {
  if (unit === "percent") return `${numberText(value, decimals, language)}%`;
  if (unit !== "usd") return numberText(value, decimals, language);
  if (Math.abs(value) < 1e6) return `$${numberText(value, decimals, language)}`;
  return `$${format(language, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 2 }).format(value)}`;
}

/**
 * The word that follows an amount.
 *
 * @example
 * unitText("years", 68.8, "es") // => "años"
 * @example
 * unitText("years", 1, "en") // => "year"
 */
export const unitText = (unit: Unit, value: number, language: Language): string =>
  unitAfter[unit][value === 1 ? "one" : "many"][language];

/**
 * The step to which a value is rounded in a sentence: one digit of half its interval's width, never finer than what
 * is printed. A reader is not told decimals that chance alone decides.
 *
 * @example
 * wordStep({ value: 68.8, lower: 66.9, upper: 70.6 }, 1) // => 1
 * @example
 * wordStep({ value: 823.4, lower: 801.2, upper: 846.1 }, 1) // => 10
 * @example
 * wordStep({ value: 6000000, lower: null, upper: null }, 0) // => 1
 */
export function wordStep({ lower, upper }: Pick<Worded, "value" | "lower" | "upper">, decimals: number): number {
  const finest = 10 ** -decimals;
  if (lower === null || upper === null || upper <= lower) return finest;
  return Math.max(finest, 10 ** Math.floor(Math.log10((upper - lower) / 2)));
}

/**
 * The value as a sentence says it, rounded to what its interval bears; null where none is shown.
 *
 * @example
 * aboutText({ value: 68.8, lower: 66.9, upper: 70.6, unit: "years" }, 1, "en") // => "about 69 years"
 * @example
 * aboutText({ value: 68.8, lower: 66.9, upper: 70.6, unit: "years" }, 1, "es") // => "cerca de 69 años"
 * @example
 * aboutText({ value: 416_000, lower: null, upper: null, unit: "people" }, 0, "en") // => "416,000 people"
 */
export function aboutText(figure: Worded, decimals: number, language: Language): string | null {
  if (figure.value === null) return null;
  const [amount] = rounded([figure.value], figure, decimals, language);
  const text = [amount, unitText(figure.unit, figure.value, language)].filter(Boolean).join(" ");
  if (figure.lower === null) return text;
  return language === "en" ? `about ${text}` : `cerca de ${text}`;
}

/**
 * The interval in words; null where there is none. Both ends are rounded as the value is.
 *
 * @example
 * likelyText({ value: 68.8, lower: 66.9, upper: 70.6, unit: "years" }, 1, "en") // => "the true value is likely between 67 and 71"
 * @example
 * likelyText({ value: 68.8, lower: 66.9, upper: 70.6, unit: "years" }, 1, "es") // => "es probable que el valor real esté entre 67 y 71"
 */
export function likelyText(figure: Worded, decimals: number, language: Language): string | null {
  const between = betweenText(figure, decimals, language);
  if (between === null) return null;
  return language === "en" ? `the true value is likely ${between}` : `es probable que el valor real esté ${between}`;
}

/**
 * "between … and …", rounded as a sentence says it; null where there is no interval.
 *
 * @example
 * betweenText({ value: 16.2, lower: 13.9, upper: 18.5, unit: "years" }, 1, "es") // => "entre 14 y 19"
 */
export function betweenText(figure: Worded, decimals: number, language: Language): string | null {
  if (figure.lower === null || figure.upper === null) return null;
  const [low, high] = rounded([figure.lower, figure.upper], figure, decimals, language);
  return language === "en" ? `between ${low} and ${high}` : `entre ${low} y ${high}`;
}

/**
 * The interval as printed in a table, with the decimals of its indicator; null where there is none.
 *
 * @example
 * intervalText({ value: 68.8, lower: 66.9, upper: 70.6, unit: "years" }, 1, "es") // => "66.9 a 70.6"
 */
export function intervalText(figure: Worded, decimals: number, language: Language): string | null {
  if (figure.lower === null || figure.upper === null) return null;
  const [low, high] = [figure.lower, figure.upper].map((value) => amountText(value, figure.unit, decimals, language));
  return language === "en" ? `${low} to ${high}` : `${low} a ${high}`;
}

/**
 * A period inside a sentence.
 *
 * @example
 * periodWords({ from: 2006, to: 2010 }, "en") // => "2006 to 2010"
 */
export const periodWords = ({ from, to }: Period, language: Language): string =>
  from === to ? String(from) : `${from} ${language === "en" ? "to" : "a"} ${to}`;

function rounded(values: readonly number[], figure: Worded, decimals: number, language: Language): readonly string[] {
  const step = wordStep(figure, decimals);
  const shown = step >= 1 ? 0 : Math.round(-Math.log10(step));
  return values.map((value) => amountText(Math.round(value / step) * step, figure.unit, shown, language));
}

function same(en: string, es: string): Readonly<{ one: Text; many: Text }> {
  return { one: { en, es }, many: { en, es } };
}

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are dear to make and cheap to keep. */
function format(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const kept = formats.get(key) ?? new Intl.NumberFormat(locales[language], options);
  formats.set(key, kept);
  return kept;
}
