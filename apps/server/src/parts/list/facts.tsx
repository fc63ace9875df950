import type { ReactNode } from "react";

/** What is known of a thing, each with its name; what does not apply is left out. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode] | false | null)[] }) {
  return (
    <dl className="facts">
      {of
        .filter((one) => one !== false && one !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
