import { guessBits, plainLetters } from "./guess-bits.rules.ts";
import { usualPasswords } from "./usual-passwords.rules.ts";

/** What can be wrong with a new password. */
export type PasswordFault = "too-short" | "too-long" | "common" | "about-you";

/**
 * How long a password is at least, and at most, in characters (Unicode code points of the form that is kept). OWASP ASVS 5.0
 * (V6.2.1) asks for 8 and recommends 15; NIST SP 800-63B-4 (§3.1.1.2) asks for 15 where a password stands alone and 8 where
 * a second factor follows. Twelve serves both kinds of people here: strong roles always have a second factor. Both
 * sources ask that 64 be allowed, and that no kinds of characters be prescribed.
 */
const passwordLength = { least: 12, most: 128 } as const;

/** A password that some 2^30 guesses would find is refused: two common words with a year and a sign are still found. */
const leastBits = 30;

/** Whose password it is to be: the person's name and address, and the name of the office. */
export type PasswordOf = Readonly<{ name: string; email: string; office: string }>;

/**
 * What is wrong with a new password; null where nothing is. The password is in the form that is kept.
 *
 * @example
 * passwordFault("chicago2024!", { name: "Ana Díaz", email: "ana@rush.example", office: "RUSH" }) // => "common"
 * @example
 * passwordFault("Ana-Diaz-2024", { name: "Ana Díaz", email: "ana@rush.example", office: "RUSH" }) // => "about-you"
 * @example
 * passwordFault("lentils ripen sideways", { name: "Ana Díaz", email: "ana@rush.example", office: "RUSH" }) // => null
 */
export function passwordFault(password: string, of: PasswordOf): PasswordFault | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "too-short";
  if (length > passwordLength.most) return "too-long";
  if (usualPasswords.has(plainLetters(password)) || guessBits(password, new Set()) < leastBits) return "common";
  return guessBits(password, wordsAbout(of)) < leastBits ? "about-you" : null;
}

/** The words of names and addresses, whole and in their parts. */
function wordsAbout({ name, email, office }: PasswordOf): ReadonlySet<string> {
  const texts = [name, email, email.split("@")[0]!, office, "Evenspan"].map(plainLetters);
  const parts = texts.flatMap((text) => [text, text.replace(/[^\p{L}\p{N}]/gu, ""), ...text.split(/[^\p{L}\p{N}]+/u)]);
  return new Set(parts.filter((part) => part.length >= 3));
}
