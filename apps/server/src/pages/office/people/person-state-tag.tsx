import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";

/** How a person's account stands. */
export type PersonState = "invited" | "active" | "deactivated";

/** The words for it. */
export const stateLabels = {
  invited: "people.state.invited",
  active: "people.state.active",
  deactivated: "people.state.deactivated",
} as const satisfies Record<PersonState, PlainKey>;

/** How a person's account stands, in a word. */
export function PersonStateTag({ state }: { state: PersonState }) {
  const { t } = useOffice();
  return <span className={state === "active" ? "state" : "state open"}>{t(stateLabels[state])}</span>;
}
