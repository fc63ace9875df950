import type { Outcome } from "../../kernel/refusal.ts";
import { staffRoles } from "../../kernel/roles.ts";
import type { SignInDesk } from "../desk.ts";
import { signInLinkLetter } from "../letters/sign-in-link-letter.ts";
import { askForLink } from "./ask-for-link.ts";

/**
 * Sends a link to sign in to partners and volunteers; the office's own people, who can do more, sign in with more. The
 * answer is the same, and the work, for anyone else. Refuses `paused` after three times for an account within 15
 * minutes, or twenty from a network address.
 */
export const askSignInLink = (
  desk: SignInDesk,
  { email }: Readonly<{ email: string }>,
): Promise<Outcome<Readonly<{ asked: true }>>> =>
  askForLink(desk, {
    ...{ email, purpose: "sign-in", step: "link", name: "ask-sign-in-link", why: "to sign in by a link" },
    mayHave: ({ grants }) => !grants.some(({ role }) => staffRoles.has(role)),
    write: signInLinkLetter,
  });
