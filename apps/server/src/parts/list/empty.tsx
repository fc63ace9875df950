import type { ReactNode } from "react";

/** In place of a list that is empty: a sentence, and where there is one the next step. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>;
}
