import type { Refusal } from "@evenspan/domain/kernel/refusal";
import type { PlainKey } from "../messages/translate.ts";
import type { SentenceText } from "../parts/sentence.tsx";

/** Refusals that have a sentence of ours in every language, by their code. */
const byCode: Readonly<Record<string, PlainKey>> = {
  input: "refusal.input",
  role: "refusal.role",
  "changed-meanwhile": "refusal.changed-meanwhile",
  "session-ended": "refusal.session-ended",
  "code-first": "refusal.code-first",
  paused: "refusal.paused",
  "too-large": "refusal.too-large",
  "unknown-form": "refusal.unknown-form",
  "own-work": "refusal.own-work",
  "inputs-changed": "refusal.inputs-changed",
  "already-published": "refusal.already-published",
  "not-published": "refusal.not-published",
};

/** Fields that have a sentence of ours for what is wrong with them, by name. */
const byField: Readonly<Record<string, PlainKey>> = {
  name: "field.name",
  email: "field.email",
  reason: "field.reason",
  role: "field.role",
  place: "field.place",
  facilityId: "field.facilityId",
  ...{ note: "field.note", decision: "field.decision", said: "field.said", view: "field.view" },
  ...{ domains: "field.domains", issuer: "field.address", entryPoint: "field.address" },
  ...{ signingKeys: "field.certificate", clientSecret: "field.client-secret" },
  ...{ clientId: "field.filled", idpEntityId: "field.filled", spEntityId: "field.filled" },
  ...{ fromOn: "field.day", untilOn: "field.day", joinedOn: "field.day", leftOn: "field.day", endedOn: "field.day" },
};

/** The sentence of a refusal: ours where there is one, else the one that it came with, in English. */
export const refusalSentence = ({ code, message }: Refusal): SentenceText =>
  Object.hasOwn(byCode, code) ? { key: byCode[code]! } : { english: message };

/** What was wrong with a field, or with a part of it; null where nothing was. */
export function problemOf({ fields = {} }: Refusal, name: string): SentenceText | null {
  const at = Object.keys(fields).find((field) => field === name || field.startsWith(`${name}.`));
  if (at === undefined) return null;
  return Object.hasOwn(byField, name) ? { key: byField[name]! } : { english: fields[at]! };
}
