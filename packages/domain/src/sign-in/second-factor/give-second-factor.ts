import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Takes a code of the authenticator, or a recovery code. */
export const giveSecondFactor = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string; code: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
