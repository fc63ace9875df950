import { type Outcome, refuse } from "../kernel/refusal.ts";
import type { SignInDesk } from "./desk.ts";
import type { Next } from "./signed-in.ts";

/** Signs in with an address and a password. */
export const signInWithPassword = async (
  _desk: SignInDesk,
  _input: Readonly<{ email: string; password: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string; next: Next }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
