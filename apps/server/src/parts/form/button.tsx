import type { ReactNode } from "react";

type Props = {
  /** `main` once a form; `other` beside it; `careful` for what takes something away. */
  kind?: "main" | "other" | "careful";
  name?: string;
  value?: string;
  children: ReactNode;
};

/** Sends the form around it. Its words are a verb with an object. */
export function Button({ kind = "main", name, value, children }: Props) {
  return (
    <button type="submit" name={name} value={value} className={kind === "main" ? undefined : kind}>
      {children}
    </button>
  );
}
