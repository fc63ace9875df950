import type { ReactNode } from "react";
import { useVisit } from "../pages/visit.ts";

/** Words that there are only in English (names of publishers, sources): marked as such on a page in another language. */
export function InEnglish({ children }: { children: ReactNode }) {
  const { language } = useVisit();
  return language === "en" ? children : <span lang="en">{children}</span>;
}
