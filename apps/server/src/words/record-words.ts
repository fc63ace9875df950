import type { PlainKey, Translate } from "../messages/translate.ts";
import { upperFirst } from "./upper-first.ts";

const kinds: Readonly<Record<string, PlainKey>> = {
  release: "kind.release",
  dataset: "kind.dataset",
  doubt: "kind.doubt",
  goal: "kind.goal",
  claim: "kind.claim",
  "person-invitation": "kind.person-invitation",
};

/** What a kind of record is called; one that has no word of ours goes by its own. */
export const kindName = (kind: string, t: Translate): string => named(kinds, kind, t);

const states: Readonly<Record<string, PlainKey>> = {
  draft: "record.state.draft",
  adopted: "record.state.adopted",
  loaded: "record.state.loaded",
  recorded: "record.state.recorded",
  lapsed: "record.state.lapsed",
  accepted: "record.state.accepted",
  published: "record.state.published",
  withdrawn: "record.state.withdrawn",
  open: "record.state.open",
  decided: "record.state.decided",
};

/** How a record stands, in a word. */
export const recordStateName = (state: string, t: Translate): string => named(states, state, t);

const steps: Readonly<Record<string, PlainKey>> = {
  "sign-release": "step.sign-release",
  "decide-doubt": "step.decide-doubt",
  "invite-again": "step.invite-again",
};

/** What is to be done next, as a verb with its object. */
export const nextStepName = (step: string, t: Translate): string => named(steps, step, t);

const named = (words: Readonly<Record<string, PlainKey>>, code: string, t: Translate): string =>
  Object.hasOwn(words, code) ? t(words[code]!) : upperFirst(code.replaceAll("-", " "));
