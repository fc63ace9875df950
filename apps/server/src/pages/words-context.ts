import type { Language } from "@evenspan/domain/kernel/text";
import { createContext, useContext } from "react";
import type { Translate } from "../messages/translate.ts";

/** The words of a page: its language, and what gives a message in it. Portal and office have it alike. */
export type Words = Readonly<{ language: Language; t: Translate }>;

const WordsContext = createContext<Words | null>(null);

/** Gives the words to all parts below. */
export const WordsProvider = WordsContext.Provider;

/** The words that a part of portal or office is drawn with. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error("A part was drawn without words.");
  return words;
}
