import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import type { Next } from "../signed-in.ts";

/** Signs in by the link of a letter. */
export const useSignInLink = async (
  _desk: SignInDesk,
  _input: Readonly<{ linkToken: string; device: string }>,
): Promise<Outcome<Readonly<{ token: string; next: Next }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
