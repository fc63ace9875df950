import { type Outcome, refuse } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";

/** One place where someone is signed in. */
export type ListedSession = Readonly<{
  sessionId: string;
  begunAt: Date;
  seenAt: Date;
  fromAddress: string;
  device: string;
  isThis: boolean;
}>;

/** Lists where someone is signed in. */
export const listSessions = async (
  _desk: SignInDesk,
  _input: Readonly<{ token: string }>,
): Promise<Outcome<readonly ListedSession[]>> => refuse("unavailable", "not-yet", "This way in is not open yet.");
