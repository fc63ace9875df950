import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { PasswordFault } from "./password-fault.rules.ts";

const sentences: Readonly<Record<PasswordFault | "breached", string>> = {
  "too-short": "Choose a password of at least 12 characters. Several words in a row are easy to keep in mind.",
  "too-long": "Choose a password of at most 128 characters.",
  common: "This password is easy to guess: many people use it, or one like it. Choose other words.",
  "about-you":
    "This password is easy to guess: it is made of your name, your address or the office. Choose other words.",
  breached: "This password became known when some other site lost it. Choose another one.",
};

/** Why a new password is refused, by the field that it was typed into. The code is the fault. */
export const passwordRefusal = (fault: keyof typeof sentences, field: string): Refusal => ({
  ...refuse("invalid", fault, sentences[fault]),
  fields: { [field]: sentences[fault] },
});
