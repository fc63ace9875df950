import type { ReactNode } from "react";

/** Something long that a reader may open: always in the page, and printed open. */
export function Folded({ summary, open = false, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
