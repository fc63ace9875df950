import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Takes the first code of a new authenticator. */
export const confirmEnrolment = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string; code: string }>,
): Promise<Outcome<Readonly<{ token: string; recoveryCodes: readonly string[] }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
