import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Sets a new password by the link of a letter. */
export const resetPassword = async (
  _desk: SignInDesk,
  _input: Readonly<{ linkToken: string; password: string }>,
): Promise<Outcome<Readonly<{ reset: true }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
