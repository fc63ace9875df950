import type { ReactNode } from "react";
import { useWords } from "../../pages/words-context.ts";

/**
 * A table that may be wider than a phone: it scrolls in its own frame, by key as well, and the page stays still.
 * The frame's name says that it is the table, as the section around it often bears the label already.
 */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reached by the keyboard
    <section className="scrolled" aria-label={t("table.frame", { label })} tabIndex={0}>
      {children}
    </section>
  );
}
