import type { Figure, FigureBody, FigureInput, FigureOrigin, Unit, Withheld } from "@evenspan/domain/figures/figure";
import type { Subject } from "@evenspan/domain/figures/subject";
import type { ValueState } from "@evenspan/domain/kernel/value-state";
import type { Invented } from "./invented-values.ts";

/** What a test says of a figure; the rest follows. */
export type Said = Readonly<{
  indicator: string;
  subject: Subject;
  from: number;
  to?: number;
  cause?: string;
  sex?: FigureBody["sex"];
  unit: Unit;
  value: Invented | number | null;
  method: string;
  origin: FigureOrigin;
  inputs: readonly [FigureInput, ...FigureInput[]];
  withheld?: readonly [ValueState, Withheld | null];
}>;

/** A figure that looks like one the publication rules have passed. For tests only: nothing has been checked. */
export function inventedFigure(said: Said): Figure {
  const { from, to = from, cause = "all", sex = "all", withheld } = said;
  const shown = withheld ? null : said.value;
  const estimate = typeof shown === "number" ? { value: shown, lower: null, upper: null } : shown;
  const body: FigureBody = {
    id: `${said.indicator}/${said.subject}/${from === to ? from : `${from}-${to}`}/${sex}/${cause}`,
    indicator: said.indicator,
    indicatorVersion: 1,
    subject: said.subject,
    period: { from, to },
    sex,
    cause,
    state: withheld ? withheld[0] : "shown",
    reason: withheld ? withheld[1] : null,
    value: estimate?.value ?? null,
    lower: estimate?.lower ?? null,
    upper: estimate?.upper ?? null,
    level: estimate && estimate.lower !== null ? 0.95 : null,
    unit: said.unit,
    method: said.method,
    origin: said.origin,
    inputs: said.inputs,
  };
  return body as Figure;
}
