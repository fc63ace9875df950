import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { Language } from "../../kernel/text.ts";
import type { SignInDesk } from "../desk.ts";
import type { LinkPurpose } from "./make-link.ts";

/** Looks at a link without using it. */
export const lookAtLink = async (
  _desk: SignInDesk,
  _input: Readonly<{ linkToken: string; purpose: LinkPurpose }>,
): Promise<Outcome<Readonly<{ name: string; email: string; language: Language }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
