import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Ends one of one's own sessions. */
export const revokeSession = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string; sessionId: string }>,
): Promise<Outcome<Readonly<{ ended: number }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
