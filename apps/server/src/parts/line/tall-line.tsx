import { hatched } from "../hatch.tsx";
import { voidClassOf } from "../map/void-class.ts";
import { At } from "./at.tsx";
import { type LineDrawing, nameLines, percent, type Stop, segments, valueScale } from "./line-drawing.ts";
import { StopMark } from "./stop-mark.tsx";

const headRoom = 56;
const rowHeight = 84;

/** The line from top to bottom: for phones, and for more stops than fit side by side. */
export function TallLine({ drawing, unjoined = false }: { drawing: LineDrawing; unjoined?: boolean }) {
  const { stops, rules, measure } = drawing;
  const scale = valueScale(drawing);
  const x = (value: number) => percent(0.45 + scale(value) * 0.5);
  const y = (stop: Stop) => headRoom + stops.indexOf(stop) * rowHeight + 20;
  const foot = headRoom + stops.length * rowHeight;
  return (
    <svg className="line tall" width="100%" height={foot + (measure ? 56 : 0)} role="img" aria-label={drawing.sentence}>
      {rules.map((rule, i) => (
        <g key={rule.kind} className={`rule ${rule.kind}`}>
          <line x1={x(rule.value)} y1={22 + i * 20} x2={x(rule.value)} y2={foot - 20} />
          <text x={x(rule.value)} y={16 + i * 20} textAnchor={scale(rule.value) > 0.6 ? "end" : "middle"}>
            {rule.name}
          </text>
        </g>
      ))}
      {measure && <Fall x1={x(measure.low)} x2={x(measure.high)} top={headRoom + 20} foot={foot} measure={measure} />}
      {!unjoined &&
        segments(stops).map(({ from, to, broken }) => (
          <line
            key={to.name}
            className={broken ? "path broken" : "path"}
            x1={x(from.value!)}
            y1={y(from)}
            x2={x(to.value!)}
            y2={y(to)}
          />
        ))}
      {stops.map((stop) => (
        <StopDown key={stop.name} stop={stop} x={x} y={y(stop)} />
      ))}
    </svg>
  );
}

function StopDown({ stop, x, y }: { stop: Stop; x: (value: number) => string; y: number }) {
  const names = nameLines(stop.name, 15);
  return (
    <g className={stop.end ? "stop end" : "stop"}>
      <text className="name" y={y - 6}>
        {names.map((line, i) => (
          <tspan key={line} x="0" dy={i === 0 ? 0 : 20}>
            {line}
          </tspan>
        ))}
        <tspan x="0" dy="22" className="value">
          {stop.text}
        </tspan>
      </text>
      {stop.value === null ? (
        <rect className={voidClassOf(stop.state)} x="45%" y={y - 12} width="50%" height="24" fill={hatched} />
      ) : (
        <>
          {stop.lower !== null && stop.upper !== null && (
            <g className="whisker">
              <line x1={x(stop.lower)} y1={y} x2={x(stop.upper)} y2={y} />
              <line x1={x(stop.lower)} y1={y - 5} x2={x(stop.lower)} y2={y + 5} />
              <line x1={x(stop.upper)} y1={y - 5} x2={x(stop.upper)} y2={y + 5} />
            </g>
          )}
          <At x={x(stop.value)} y={y}>
            <StopMark stop={stop} />
          </At>
        </>
      )}
    </g>
  );
}

type FallProps = { x1: string; x2: string; top: number; foot: number; measure: NonNullable<LineDrawing["measure"]> };

function Fall({ x1, x2, top, foot, measure }: FallProps) {
  return (
    <g className="fall">
      <line className="level" x1={x2} y1={top} x2={x2} y2={foot} />
      <line className="level" x1={x1} y1={foot - rowHeight + 20} x2={x1} y2={foot} />
      <line x1={x1} y1={foot} x2={x2} y2={foot} />
      <line x1={x1} y1={foot - 6} x2={x1} y2={foot + 6} />
      <line x1={x2} y1={foot - 6} x2={x2} y2={foot + 6} />
      <text className="amount" x="95%" y={foot + 34} textAnchor="end">
        {measure.amount} <tspan className="unit">{measure.unit}</tspan>
      </text>
    </g>
  );
}
