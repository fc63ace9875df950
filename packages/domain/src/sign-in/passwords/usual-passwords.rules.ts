import { plainLetters } from "./guess-bits.rules.ts";

/** What usual passwords begin with: the words, names and walks over the keys that every list of them has at its top. */
const starts = `
  password passw0rd p@ssword pa55word mypassword iloveyou letmein welcome admin administrator superman batman spiderman sunshine
  princess football baseball basketball softball soccer hockey dragon monkey master shadow michael jordan michelle jennifer jessica
  ashley daniel andrew joshua matthew nicole charlie thomas robert hunter buster killer trustno1 whatever freedom starwars pokemon
  computer internet samsung google facebook qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 zaq12wsx
  abcdef abcdefgh abcd1234 abc123 123abc 123456 1234567 12345678 123456789 1234567890 987654321 0987654321 111111 000000 666666
  112233 123123 123321 654321 secret changeme default chocolate butterfly flower summer winter spring autumn january december
  monday friday liverpool chelsea arsenal barcelona corvette mustang ferrari harley yankees cowboys lakers bulls chicago america
  california jesus jesuschrist blessed angel lovely loveme babygirl hello helloworld tequiero teamo contrasena bienvenido estrella
  mariposa corazon minecraft nintendo fortnite naruto pikachu cheese cookie pepper ginger purple orange silver golden diamond
`
  .trim()
  .split(/\s+/);

/** What they end in: digits in a row, the last years, the sign that a rule asked for. */
const ends = `
  1 12 123 1234 12345 123456 1234567 12345678 123456789 01 11 22 69 77 88 99 00 007 100 111 123123 321 4321 54321 666 777 888 999 000
  1111 2222 0000 ! !! 1! 12! 123! 1234! 12345! @ @1 @12 @123 @1234 #1 #123 $ . _1 -1 abc abcd qwerty xyz
`
  .trim()
  .split(/\s+/)
  .concat(Array.from({ length: 60 }, (_, nth) => [`${1971 + nth}`, `${1971 + nth}!`, `@${1971 + nth}`]).flat());

const least = 12;

/**
 * The most usual passwords of twelve characters or more, in small letters without accents: some thousands, made by rule of what
 * such passwords are known to be made of. A word with digits, years or a sign behind; a word twice; a word after another. Our
 * own work and no copy of a breach (OWASP ASVS 5.0, V6.2.4, asks for the 3000 most usual ones that are long enough).
 */
export const usualPasswords: ReadonlySet<string> = new Set(
  starts
    .flatMap((start) => [
      start.repeat(2),
      start.repeat(3),
      `${start}${[...start].reverse().join("")}`,
      ...ends.flatMap((end) => [`${start}${end}`, `${end}${start}`]),
    ])
    .concat([
      "1".repeat(12),
      "0".repeat(12),
      "123456789012",
      "1234567890123",
      "1234567890-=",
      "qwertyuiop[]",
      "thequickbrownfox",
    ])
    .concat([
      "iloveyouforever",
      "iloveyousomuch",
      "passwordpassword",
      "letmeinplease",
      "ihatepasswords",
      "mypasswordis",
    ])
    .map(plainLetters)
    .filter((password) => [...password].length >= least),
);
