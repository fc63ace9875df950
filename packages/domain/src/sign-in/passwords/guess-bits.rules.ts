import { commonWords, runs } from "./common-words.rules.ts";

/**
 * About how many guesses a password would take someone who tries known words first, as a power of two.
 *
 * Formula: the cheapest way to read the whole text as pieces, in bits: a common word 9 (there are a few hundred), a
 * word about the person 3, a run of keys or letters 6, one character three times or more 5, a year 7, a digit 3, a usual
 * sign 2, and each other letter 5 or sign 6. What is said twice or more costs once and 3; blanks and signs between words
 * cost 2 in all where that is less. Capitals, accents and the usual digits for letters (pa55w0rd) change nothing. An estimate in the manner of zxcvbn (D. Wheeler, USENIX Security 2016),
 * with far fewer words: it knows what is bad, and cannot promise what is good.
 *
 * @param known words that whoever guesses would know of the person, in small letters without accents
 * @example
 * guessBits("Password2024!", new Set()) // => 18
 */
export function guessBits(password: string, known: ReadonlySet<string>): number {
  const text = plainLetters(password);
  const once = /^(.{2,}?)(?:[^\p{L}\p{N}]?\1)+$/u.exec(text)?.[1];
  const joined = text.replace(/[^\p{L}\p{N}]/gu, "");
  return Math.min(
    cheapest(text, known),
    joined === "" ? Number.POSITIVE_INFINITY : 2 + cheapest(joined, known),
    once === undefined ? Number.POSITIVE_INFINITY : 3 + cheapest(once, known),
  );
}

/**
 * Small letters without accents, in the form that words are compared in.
 *
 * @example
 * plainLetters("Contraseña") // => "contrasena"
 */
export const plainLetters = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Bits up to each place of the text, by the cheapest pieces. */
function cheapest(text: string, known: ReadonlySet<string>): number {
  const signs = [...text];
  const readings = asLetters.map((letters) => signs.map((sign) => letters[sign] ?? sign));
  const bits = [0];
  for (let end = 1; end <= signs.length; end++) {
    let least = bits[end - 1]! + signBits(signs[end - 1]!);
    for (let start = Math.max(0, end - longestPiece); start < end; start++) {
      const plain = signs.slice(start, end).join("");
      const cost = Math.min(
        patternBits(plain),
        ...readings.map((reading) => wordBits(reading.slice(start, end).join(""), known)),
      );
      least = Math.min(least, bits[start]! + cost);
    }
    bits.push(least);
  }
  return bits.at(-1)!;
}

const longestPiece = 40;

/** What digits and signs stand for where people write letters with them; a one is an i or an l. */
const usual = { "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g", "@": "a", $: "s", "+": "t" };
const asLetters: readonly Readonly<Record<string, string>>[] = [
  {},
  { ...usual, "1": "i", "!": "i" },
  { ...usual, "1": "l", "!": "l" },
];

const wordBits = (word: string, known: ReadonlySet<string>): number =>
  known.has(word) ? 3 : commonWords.has(word) ? 9 : Number.POSITIVE_INFINITY;

function patternBits(piece: string): number {
  if (piece.length < 3) return Number.POSITIVE_INFINITY;
  if (/^(.)\1+$/u.test(piece)) return 5;
  if (/^(19|20)\d\d$/.test(piece)) return 7;
  return allRuns.some((run) => run.includes(piece)) ? 6 : Number.POSITIVE_INFINITY;
}

const allRuns = [...runs, ...runs.map((run) => [...run].reverse().join(""))];

function signBits(sign: string): number {
  if (/^[0-9]$/.test(sign)) return 3;
  if (/^[ !.,\-_@#$*?]$/.test(sign)) return 2;
  return /^[a-z]$/.test(sign) ? 5 : 6;
}
