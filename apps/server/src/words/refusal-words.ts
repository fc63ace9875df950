import type { Refusal } from "@evenspan/domain/kernel/refusal";
import type { PlainKey } from "../messages/translate.ts";
import type { SentenceText } from "../parts/sentence.tsx";

/** Refusals that have a sentence of ours in every language, by their code. */
const byCode: Readonly<Record<string, PlainKey>> = {
  input: "refusal.input",
  role: "refusal.role",
  // Whether there is one that this person may not see is not said.
  ...{ file: "refusal.not-here", grant: "refusal.not-here", job: "refusal.not-here", provider: "refusal.not-here" },
  ...{ record: "refusal.not-here", person: "refusal.not-here", release: "refusal.not-here" },
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
  "no-file": "refusal.no-file",
  "file-too-large": "refusal.file-too-large",
  "file-kind": "refusal.file-kind",
  "file-unsafe": "refusal.file-unsafe",
  scanner: "refusal.scanner",
  "last-administrator": "refusal.last-administrator",
  "own-role": "refusal.own-role",
  "email-taken": "refusal.email-taken",
  held: "refusal.held",
  deactivated: "refusal.deactivated",
  "no-such-session": "refusal.no-such-session",
  "job-ended": "refusal.job-ended",
  view: "refusal.view",
  page: "refusal.page",
  "no-match": "refusal.no-match",
  "wrong-code": "refusal.wrong-code",
  "wrong-password": "refusal.wrong-password",
  "too-short": "refusal.too-short",
  "too-long": "refusal.too-long",
  common: "refusal.common",
  "about-you": "refusal.about-you",
  breached: "refusal.breached",
  link: "refusal.link",
  "password-needed": "refusal.password-needed",
  "code-again": "refusal.code-again",
  "sign-in-again": "refusal.sign-in-again",
  "no-enrolment": "refusal.no-enrolment",
  "no-authenticator": "refusal.no-authenticator",
  "own-authenticator": "refusal.own-authenticator",
  "own-name": "refusal.own-name",
  joined: "refusal.joined",
  revoked: "refusal.revoked",
  "partner-ended": "refusal.partner-ended",
  "no-first-page": "refusal.no-first-page",
  "not-doubtful": "refusal.not-doubtful",
  "too-many-views": "refusal.too-many-views",
  "provider-kind": "refusal.provider-kind",
  "client-secret": "refusal.client-secret",
  "provider-not-offered": "refusal.provider-not-offered",
  "provider-unready": "refusal.provider-unready",
  "provider-unreachable": "refusal.provider-unreachable",
  "sign-in-over": "refusal.sign-in-over",
  "another-browser": "refusal.another-browser",
  "provider-declined": "refusal.provider-declined",
  "proof-refused": "refusal.proof-refused",
  "mail-not-verified": "refusal.mail-not-verified",
  "mail-not-theirs": "refusal.mail-not-theirs",
  "not-admitted": "refusal.not-admitted",
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
  language: "field.choose",
  ...{ fromOn: "field.day", untilOn: "field.day", joinedOn: "field.day", leftOn: "field.day", endedOn: "field.day" },
};

/** The sentence of a refusal: ours where there is one, else the one that it came with, in English. */
export const refusalSentence = ({ code, message }: Refusal): SentenceText =>
  Object.hasOwn(byCode, code) ? { key: byCode[code]! } : { english: message };

/** What was wrong with a field, or with a part of it; null where nothing was. */
export function problemOf(refusal: Refusal, name: string): SentenceText | null {
  const { code, fields = {} } = refusal;
  const at = Object.keys(fields).find((field) => field === name || field.startsWith(`${name}.`));
  if (at === undefined) return null;
  // A refusal of a single field says by its code what was wrong; one of the whole input says it of each field.
  if (code !== "input") return refusalSentence({ ...refusal, message: fields[at]! });
  // What a check of types says is for programs; a person is told to look at the field again.
  return { key: byField[name] ?? "field.again" };
}
