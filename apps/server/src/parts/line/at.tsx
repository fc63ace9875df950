import type { ReactNode } from "react";

/** A point of a drawing, given by a share of its width and a height in px; what is drawn in it is in px from there. */
export function At({ x, y, children }: { x: string; y?: number; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a point within a picture that has its own text
    <svg x={x} y={y}>
      {children}
    </svg>
  );
}
