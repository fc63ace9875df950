import type { Stop } from "./line-drawing.ts";

/** The dot of a stop: round for what was measured, a square on its corner for what a program made up,
 * a dashed circle for what was only told. */
export function StopMark({ stop }: { stop: Stop }) {
  const kind = `dot${stop.end ? " end" : ""}${stop.kind === "measured" ? "" : ` ${stop.kind}`}`;
  return stop.kind === "synthetic" ? (
    <path className={kind} d="M0-9 9 0 0 9-9 0Z" />
  ) : (
    <circle className={kind} r={stop.end ? 9 : 7} />
  );
}
