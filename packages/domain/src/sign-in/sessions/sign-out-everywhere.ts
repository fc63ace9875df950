import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** Ends all sessions of whose session this is. */
export const signOutEverywhere = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string }>,
): Promise<Outcome<Readonly<{ ended: number }>>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
