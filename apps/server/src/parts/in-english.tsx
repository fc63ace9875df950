import type { ReactNode } from "react";
import { useWords } from "../pages/words-context.ts";

/** Words that there are only in English (names of publishers, sources): marked as such on a page in another language. */
export function InEnglish({ children }: { children: ReactNode }) {
  const { language } = useWords();
  return language === "en" ? children : <span lang="en">{children}</span>;
}
