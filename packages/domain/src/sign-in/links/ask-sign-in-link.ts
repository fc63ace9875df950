import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Sends a letter with a link to sign in. */
export const askSignInLink = async (
  _desk: SignInDesk,
  _input: Readonly<{ email: string }>,
): Promise<Outcome<Readonly<{ asked: true }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
