import { hatched } from "../hatch.tsx";
import { voidClassOf } from "../map/void-class.ts";
import { At } from "./at.tsx";
import { type LineDrawing, nameLines, percent, type Stop, valueScale } from "./line-drawing.ts";
import { StopMark } from "./stop-mark.tsx";

const top = 34;
const rowHeight = 44;

/** Stops that are on no path: one below the other, each with its range, so that they can be held against each other. */
export function StopList({ drawing }: { drawing: LineDrawing }) {
  const { stops, rules, sentence } = drawing;
  const scale = valueScale(drawing);
  const x = (value: number) => percent(0.56 + scale(value) * 0.4);
  const foot = top + stops.length * rowHeight;
  return (
    <svg className="line list" width="100%" height={foot} role="img" aria-label={sentence}>
      {rules.map((rule) => (
        <g key={rule.kind} className={`rule ${rule.kind}`}>
          <line x1={x(rule.value)} y1="22" x2={x(rule.value)} y2={foot} />
          <text x={x(rule.value)} y="16" textAnchor={scale(rule.value) > 0.6 ? "end" : "middle"}>
            {rule.name}
          </text>
        </g>
      ))}
      {stops.map((stop, i) => (
        <Row key={stop.name} stop={stop} x={x} y={top + (i + 0.5) * rowHeight} />
      ))}
    </svg>
  );
}

function Row({ stop, x, y }: { stop: Stop; x: (value: number) => string; y: number }) {
  const names = nameLines(stop.name, 17);
  return (
    <g className={stop.end ? "chosen" : undefined}>
      <text className="name">
        {names.map((line, i) => (
          <tspan key={line} x="0" y={y + 5 + (i - (names.length - 1) / 2) * 18}>
            {line}
          </tspan>
        ))}
      </text>
      {stop.value === null ? (
        <>
          <rect className={voidClassOf(stop.state)} x="56%" y={y - 8} width="40%" height="16" fill={hatched} />
          <text className="value" x="54%" y={y + 5} textAnchor="end">
            –
          </text>
        </>
      ) : (
        <>
          <text className="value" x="54%" y={y + 5} textAnchor="end">
            {stop.text}
          </text>
          {stop.lower !== null && stop.upper !== null && (
            <line className="whisker" x1={x(stop.lower)} y1={y} x2={x(stop.upper)} y2={y} />
          )}
          <At x={x(stop.value)} y={y}>
            <StopMark stop={stop} radius={5} />
          </At>
        </>
      )}
    </g>
  );
}
