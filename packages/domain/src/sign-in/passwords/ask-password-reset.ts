import type { Outcome } from "../../kernel/refusal.ts";
import type { SignInDesk } from "../desk.ts";
import { passwordResetLetter } from "../letters/password-reset-letter.ts";
import { askForLink } from "../links/ask-for-link.ts";

/**
 * Sends a link to choose a new password to whoever has one. The answer is the same, and the work, where there is no such
 * account. Refuses `paused` after three times for an account within 15 minutes, or twenty from a network address.
 */
export const askPasswordReset = (
  desk: SignInDesk,
  { email }: Readonly<{ email: string }>,
): Promise<Outcome<Readonly<{ asked: true }>>> =>
  askForLink(desk, {
    ...{ email, purpose: "password-reset", step: "password-reset" },
    ...{ name: "ask-password-reset", why: "to choose a new password" },
    mayHave: ({ passwordHash }) => passwordHash !== null,
    write: passwordResetLetter,
  });
