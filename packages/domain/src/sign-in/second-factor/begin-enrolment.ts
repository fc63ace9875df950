import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Gives the secret of a new authenticator, in base32 and as an otpauth address. */
export const beginEnrolment = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string }>,
): Promise<Outcome<Readonly<{ secret: string; address: string }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
