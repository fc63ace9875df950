import type { Stop } from "./line-drawing.ts";

/**
 * The dot of a stop: round for what was measured, a square on its corner for what a program made up, a dashed circle
 * for what was only told. An end is a little larger.
 */
export function StopMark({ stop, radius = 7 }: { stop: Stop; radius?: number }) {
  const kind = `dot${stop.end ? " end" : ""}${stop.kind === "measured" ? "" : ` ${stop.kind}`}`;
  const r = stop.end ? radius + 1 : radius;
  if (stop.kind !== "synthetic") return <circle className={kind} r={r} />;
  return <path className={kind} d={`M0-${r + 2}L${r + 2} 0 0 ${r + 2}-${r + 2} 0Z`} />;
}
