import type { PlainKey } from "../messages/translate.ts";
import { useWords } from "../pages/words-context.ts";

/** A sentence of ours, by its key; or one that there is only in English. */
export type SentenceText = Readonly<{ key: PlainKey }> | Readonly<{ english: string }>;

/** A sentence in the language of the page; one that there is only in English is marked as such. */
export function Sentence({ of }: { of: SentenceText }) {
  const { t, language } = useWords();
  if ("key" in of) return t(of.key);
  return language === "en" ? of.english : <span lang="en">{of.english}</span>;
}
