import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText, stateWords, unitText } from "@evenspan/domain/figures/figure-words";
import type { LineDrawing, Rule, Stop } from "../../parts/line/line-drawing.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import type { Visit } from "../visit.ts";
import type { LineReading } from "./line-reading.ts";

/** The line of the first page as it will be drawn. */
export function lineDrawing(reading: LineReading, visit: Visit): LineDrawing {
  const { language, t } = visit;
  const stops = reading.stops.map(({ placeId, figure }, i, all) =>
    stopOf(figure, placeLabel(placeId, language), i / (all.length - 1), visit, i === 0 || i === all.length - 1),
  );
  const list = stops.map(({ name, text }) => `${name} ${text}`).join(", ");
  return {
    sentence: t("line.sentence", { path: reading.set.name[language], list }),
    stops,
    rules: rulesOf(reading, visit),
    measure: measureOf(reading, visit),
    plan: null,
    fromZero: false,
  };
}

/** How the dot of a figure is drawn, by where the figure comes from. */
const kinds = {
  published: "measured",
  computed: "measured",
  reported: "told",
  synthetic: "synthetic",
} as const satisfies Record<Figure["origin"], Stop["kind"]>;

/** A figure as a stop of a line. */
export function stopOf(figure: Figure | undefined, name: string, at: number, visit: Visit, end = false): Stop {
  const { language, t } = visit;
  if (!figure)
    return {
      name,
      at,
      value: null,
      lower: null,
      upper: null,
      state: "missing",
      text: t("value.none"),
      kind: "measured",
      end,
    };
  const { value, lower, upper, state } = figure;
  const text =
    value === null
      ? stateWords[state][language]
      : amountText(value, figure.unit, decimalsOf(figure.indicator), language);
  return { name, at, value, lower, upper, state, text, kind: kinds[figure.origin], end };
}

function rulesOf({ reference, goal, stops, gapIsOfEnds }: LineReading, { language, t }: Visit): readonly Rule[] {
  const high = stops[0]?.figure?.value;
  const rules: Rule[] = [];
  if (reference?.value != null)
    rules.push({
      kind: "reference",
      name: placeLabel(reference.subject as "city:chicago", language),
      value: reference.value,
    });
  if (gapIsOfEnds && high != null && goal.targetValue !== null)
    rules.push({
      kind: "goal",
      name: t("line.goal", { year: String(goal.goal.targetYear) }),
      value: high - goal.targetValue,
    });
  return rules;
}

function measureOf({ gap, stops, gapIsOfEnds }: LineReading, { language }: Visit): LineDrawing["measure"] {
  const [high, low] = [stops[0]?.figure?.value, stops.at(-1)?.figure?.value];
  if (!gapIsOfEnds || gap.value === null || high == null || low == null) return null;
  const amount = amountText(gap.value, gap.unit, decimalsOf(gap.indicator), language);
  return { high, low, amount, unit: unitText(gap.unit, gap.value, language) };
}
