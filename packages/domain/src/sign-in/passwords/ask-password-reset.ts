import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Sends a letter with a link to choose a new password. */
export const askPasswordReset = async (
  _desk: SignInDesk,
  _input: Readonly<{ email: string }>,
): Promise<Outcome<Readonly<{ asked: true }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
