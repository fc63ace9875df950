import type { Figure, Withheld } from "@evenspan/domain/figures/figure";
import type { ValueState } from "@evenspan/domain/kernel/value-state";
import type { MessageKey } from "../messages/translate.ts";
import type { Visit } from "../pages/visit.ts";

const reasons = {
  "protects-people": "reason.protects-people",
  "fewer-than-10-events": "reason.fewer-than-10-events",
  "interval-too-wide": "reason.interval-too-wide",
  "doubtful-estimate": "reason.doubtful-estimate",
  "withheld-by-publisher": "reason.withheld-by-publisher",
  "withheld-by-decision": "reason.withheld-by-decision",
  "not-computable": "reason.not-computable",
  "no-rows": "reason.no-rows",
  "input-withheld": "reason.input-withheld",
} as const satisfies Record<Withheld, MessageKey>;

const states = {
  shown: "state.shown",
  suppressed: "state.suppressed",
  unreliable: "state.unreliable",
  missing: "state.missing",
  "not-collected": "state.not-collected",
  "not-applicable": "state.not-applicable",
} as const satisfies Record<ValueState, MessageKey>;

/** What a state means, as a sentence. */
export const stateSentence = (state: ValueState, { t }: Pick<Visit, "t">): string => t(states[state]);

/** Why a figure is not shown, as a sentence; where no reason was given, what its state means. */
export const reasonSentence = ({ state, reason }: Pick<Figure, "state" | "reason">, { t }: Pick<Visit, "t">): string =>
  t(reason ? reasons[reason] : states[state]);
