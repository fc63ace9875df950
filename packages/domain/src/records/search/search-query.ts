/** What was typed as PostgreSQL reads it: a `tsquery` of the words as they are, one of the words without accents, and each word's stems. */
export type TypedWords = Readonly<{
  asTyped: string;
  folded: string;
  /** The stems of a word in English and in Spanish; none in the language of which it is a stop word. */
  stems: Readonly<Record<string, readonly [english: readonly string[], spanish: readonly string[]]>>;
}>;

/** A search as `tsquery` texts: in `words` the last word may be the beginning of one; `lastWord` is that word, whole. */
export type SearchQuery = Readonly<{ words: string; wholeWords: string; lastWord: string }>;

/**
 * Looks for each word as it was typed or by its stem in either language: one chain of words, for the index takes twice as
 * long for two. Words such as “for” and “de” are left out unless there are no others; the last word may be a beginning unless
 * it is a single letter or not wanted. Null where there is no word.
 *
 * @example
 * searchQuery({ asTyped: "'fairs' & 'de' & 'pío'", folded: "'fairs' & 'de' & 'pio'", stems: { fairs: [["fair"], ["fairs"]], de: [["de"], []], "pío": [["pío"], ["pi"]] } }).words
 * // => "('fairs' | 'fair') & ('pio':* | 'pío' | 'pi')"
 */
export function searchQuery({ asTyped, folded, stems }: TypedWords): SearchQuery | null {
  const typed = wordsIn(asTyped);
  const foldedWords = wordsIn(folded);
  if (foldedWords.length === 0) return null;
  const isStopWord = (at: number) => stems[typed[at] ?? ""]?.some((each) => each.length === 0) ?? false;
  const ways = (at: number) => [
    foldedWords[at]!,
    ...(typed.length === foldedWords.length ? (stems[typed[at]!] ?? []).flat() : []),
  ];
  const isChain = /^'(''|[^'])*'( & '(''|[^'])*')*$/.test(folded);
  const kept = foldedWords.map((_, at) => at).filter((at) => !isChain || !isStopWord(at));
  const shown = kept.length > 0 ? kept : foldedWords.map((_, at) => at);
  const build = (last: (word: string) => string) => {
    const either = (at: number) => eitherOf(ways(at), at === shown.at(-1) ? last : quoted);
    if (isChain) return shown.map(either).join(" & ");
    let at = 0;
    return folded.replace(wordForm, () => either(at++));
  };
  const words = build(mayBegin(folded) ? asBeginning : quoted);
  return { words, wholeWords: build(quoted), lastWord: eitherOf(ways(shown.at(-1)!), quoted) };
}

const wordForm = /'(?:''|[^'])*'/g;

const wordsIn = (query: string): readonly string[] =>
  (query.match(wordForm) ?? []).map((word) => word.slice(1, -1).replaceAll("''", "'").replaceAll("\\\\", "\\"));

const quoted = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
const asBeginning = (word: string): string => (word.length > 1 ? `${quoted(word)}:*` : quoted(word));

/** The first way is the word as typed, which alone may be a beginning. */
function eitherOf(ways: readonly string[], first: (word: string) => string): string {
  const [typed, ...stems] = [...new Set(ways)];
  return stems.length === 0 ? first(typed!) : `(${[first(typed!), ...stems.map(quoted)].join(" | ")})`;
}

/** Whether the last word of a query is wanted and stands for itself, so that it may be the beginning of a word. */
const mayBegin = (folded: string): boolean => /(^|[ (])'(''|[^'])*'$/.test(folded);
