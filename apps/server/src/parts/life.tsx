import type { ReactNode } from "react";
import { useWords } from "../pages/words-context.ts";

/** A stop in the life of a thing: what it is called, whether it was reached, and what is known of that. */
export type LifeStop = Readonly<{ name: string; at: "done" | "now" | "ahead"; about?: ReactNode }>;

/**
 * The life of a thing as a line: stops that were passed, the one where it stands, and those ahead. It runs across, and on
 * a phone down.
 */
export function Life({ label, stops }: { label: string; stops: readonly LifeStop[] }) {
  const { t } = useWords();
  return (
    <ol className="life" aria-label={label}>
      {stops.map(({ name, at, about }) => (
        <li key={name} className={at} aria-current={at === "now" ? "step" : undefined}>
          <strong>{name}</strong>
          <span className="spoken"> {t(at === "done" ? "life.done" : at === "now" ? "life.now" : "life.ahead")}</span>
          {about && <div className="note">{about}</div>}
        </li>
      ))}
    </ol>
  );
}
