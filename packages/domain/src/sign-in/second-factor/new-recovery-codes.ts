import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Replaces all recovery codes. */
export const newRecoveryCodes = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string; code: string }>,
): Promise<Outcome<Readonly<{ recoveryCodes: readonly string[] }>>> =>
  refuse("unavailable", "not-yet", "This way in is not open yet.");
