import type { LineDrawing } from "./line-drawing.ts";
import { TallLine } from "./tall-line.tsx";
import { WideLine } from "./wide-line.tsx";

/** More stops than these do not fit side by side. */
const mostAcross = 9;

/**
 * The line: places as stops along a path, each a dot at its value with its interval, the fall between them plain to
 * see. From left to right where there is room, from top to bottom on a phone; the style sheet shows one of the two.
 */
export function Line({ drawing }: { drawing: LineDrawing }) {
  if (drawing.stops.length > mostAcross) return <TallLine drawing={drawing} />;
  return (
    <>
      <div className="only-wide">
        <WideLine drawing={drawing} />
      </div>
      <div className="only-narrow">
        <TallLine drawing={drawing} />
      </div>
    </>
  );
}
