import { hatched } from "../hatch.tsx";
import { voidClassOf } from "../map/void-class.ts";
import { At } from "./at.tsx";
import { type LineDrawing, nameLines, percent, type Rule, type Stop, segments, valueScale } from "./line-drawing.ts";
import { StopMark } from "./stop-mark.tsx";

/** Heights in px; widths are shares of the page, so that the letters keep their size on any screen. */
const top = 48;
const plotHeight = 270;
const bottom = top + plotHeight;
const namesTop = bottom + 42;
const lineHeight = 20;

/** Where stops stand across the width, and where the measure does. */
type Across = (at: number) => string;

/** The line from left to right: for screens with room, and for years on any screen. */
export function WideLine({ drawing }: { drawing: LineDrawing }) {
  const { stops, rules, measure, plan } = drawing;
  const scale = valueScale(drawing);
  const y = (value: number) => Math.round(bottom - scale(value) * plotHeight);
  const [left, right] = [0.08, measure ? 0.82 : 0.92];
  const x: Across = (at) => percent(left + at * (right - left));
  const letters = stops.length > 5 ? 10 : 8;
  const most = Math.max(
    ...stops.map((stop) => nameLines(stop.value === null ? `${stop.name} ${stop.text}` : stop.name, letters).length),
  );
  return (
    <svg
      className="line wide"
      width="100%"
      height={namesTop + most * lineHeight}
      role="img"
      aria-label={drawing.sentence}
    >
      {drawing.fromZero && <line className="axis" x1="0%" y1={bottom} x2="100%" y2={bottom} />}
      {rules.map((rule, i) => (
        <RuleAcross
          key={rule.kind}
          rule={rule}
          y={y(rule.value)}
          from={rule.from === undefined ? "0%" : x(rule.from)}
          to={measure ? "88%" : "100%"}
          above={isHigher(rule, rules, i)}
        />
      ))}
      {measure && <Fall y1={y(measure.high)} y2={y(measure.low)} from={x(0)} to={x(1)} measure={measure} />}
      {plan && (
        <g className="plan">
          <line x1={x(plan.from.at)} y1={y(plan.from.value)} x2={x(plan.to.at)} y2={y(plan.to.value)} />
          <At x={x(plan.to.at)} y={y(plan.to.value)}>
            <circle r="8" />
            <text y="-18">{plan.text}</text>
          </At>
          <Name x={x(plan.to.at)} lines={nameLines(plan.name, letters)} />
        </g>
      )}
      {segments(stops).map(({ from, to, broken }) => (
        <line
          key={to.name}
          className={broken ? "path broken" : "path"}
          x1={x(from.at)}
          y1={y(from.value!)}
          x2={x(to.at)}
          y2={y(to.value!)}
        />
      ))}
      {stops.map((stop, i) => (
        <StopAcross key={stop.name} stop={stop} x={x(stop.at)} y={y} steep={isSteep(stops, i, y)} letters={letters} />
      ))}
    </svg>
  );
}

type StopProps = { stop: Stop; x: string; y: (value: number) => number; steep: boolean; letters: number };

function StopAcross({ stop, x, y, steep, letters }: StopProps) {
  const names = nameLines(stop.name, letters);
  if (stop.value === null)
    return (
      <g>
        <At x={x}>
          <rect className={voidClassOf(stop.state)} x="-14" y={top} width="28" height={plotHeight} fill={hatched} />
        </At>
        <Name x={x} lines={[...names, ...nameLines(stop.text, letters)]} />
      </g>
    );
  const at = y(stop.value);
  const [high, low] = [stop.upper === null ? 0 : y(stop.upper) - at, stop.lower === null ? 0 : y(stop.lower) - at];
  return (
    <g className={stop.end ? "stop end" : "stop"}>
      <At x={x} y={at}>
        <line className="guide" y1={Math.max(low, 10)} y2={namesTop - 16 - at} />
        {stop.upper !== null && <path className="whisker" d={`M-5 ${high}H5M0 ${high}V${low}M-5 ${low}H5`} />}
        <StopMark stop={stop} />
        <text className="value" y={steep ? Math.max(low, 9) + 21 : Math.min(high, -9) - 9}>
          {stop.text}
        </text>
      </At>
      <Name x={x} lines={names} />
    </g>
  );
}

function Name({ x, lines }: { x: string; lines: readonly string[] }) {
  return (
    <At x={x} y={namesTop}>
      <text className="name">
        {lines.map((line, i) => (
          <tspan key={line} x="0" y={i * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
    </At>
  );
}

type RuleProps = { rule: Rule; y: number; from: string; to: string; above: boolean };

function RuleAcross({ rule, y, from, to, above }: RuleProps) {
  return (
    <g className={`rule ${rule.kind}`}>
      <line x1={from} y1={y} x2={to} y2={y} />
      <text
        x={rule.from === undefined ? from : to}
        y={y + (above ? -7 : 19)}
        textAnchor={rule.from === undefined ? "start" : "end"}
      >
        {rule.name}
      </text>
    </g>
  );
}

type FallProps = { y1: number; y2: number; from: string; to: string; measure: NonNullable<LineDrawing["measure"]> };

function Fall({ y1, y2, from, to, measure }: FallProps) {
  return (
    <g className="fall">
      <line className="level" x1={from} y1={y1} x2="90%" y2={y1} />
      <line className="level" x1={to} y1={y2} x2="90%" y2={y2} />
      <At x="90%">
        <path d={`M-6 ${y1}H6M0 ${y1}V${y2}M-6 ${y2}H6`} />
        <text className="amount" textAnchor="start" x="10" y={(y1 + y2) / 2}>
          {measure.amount}
          <tspan x="10" dy="20" className="unit">
            {measure.unit}
          </tspan>
        </text>
      </At>
    </g>
  );
}

const isHigher = (rule: Rule, rules: readonly Rule[], i: number): boolean =>
  rules.every((other, j) => j === i || rule.value > other.value || (rule.value === other.value && i < j));

/** Where the line comes down steeply its value is written under the stop, so that it does not cross the number. */
function isSteep(stops: readonly Stop[], i: number, y: (value: number) => number): boolean {
  const [before, stop] = [stops[i - 1], stops[i]!];
  return before?.value != null && stop.value !== null && y(stop.value) - y(before.value) > 60;
}
