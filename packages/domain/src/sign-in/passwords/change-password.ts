import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Replaces a password by a new one. */
export const changePassword = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string; password: string; newPassword: string }>,
): Promise<Outcome<Readonly<{ token: string }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
