import type { Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { inSession } from "../sessions/in-session.ts";
import { replaceRecoveryCodes } from "./replace-recovery-codes.ts";
import { takeCode } from "./take-code.ts";

/**
 * Replaces all recovery codes by ten new ones, for a code of the authenticator. They are shown once.
 *
 * Refuses `session-ended`, `code-first`, and what `takeCode` says.
 */
export const newRecoveryCodes = (
  desk: SignInDesk,
  { token, code }: Readonly<{ token: string; code: string }>,
): Promise<Outcome<Readonly<{ recoveryCodes: readonly string[] }>>> =>
  inSession(desk, token, async (trx, session) => {
    const [name, why] = ["new-recovery-codes", "to replace recovery codes"];
    const refusal = await takeCode(trx, desk, session, { code, name, why, orRecovery: false });
    if (refusal) return refusal;
    const { person } = session.signedIn;
    await recordSignIn(trx, desk, person, { kind: "command", name, why });
    return { recoveryCodes: await replaceRecoveryCodes(trx, desk, person.personId) };
  });
