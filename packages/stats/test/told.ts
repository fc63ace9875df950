import { expect } from "vitest";
import { isUndefined } from "../src/undefined.ts";

/** What a reader is told: a sentence, from its capital, figure or name to its full stop. */
export const aSentence = /^[A-Z0-9`].{9,}\.$/s;

/** The code of a refusal, which must say why in a sentence; or that there is an answer. */
export function told(answer: unknown): string {
  if (!isUndefined(answer)) return "an answer";
  expect(answer.message).toMatch(aSentence);
  return answer.undefined;
}
