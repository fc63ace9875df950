import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import type { Next } from "../signed-in.ts";

/** Accepts an invitation: sets name and password, and signs in. */
export const acceptInvitation = async (
  _desk: SignInDesk,
  _input: Readonly<{ linkToken: string; name: string; password: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string; next: Next }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
