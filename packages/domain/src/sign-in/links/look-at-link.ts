import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import type { Language } from "../../kernel/text.ts";
import { looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { type FollowedLink, whoseLink } from "./use-link.ts";

/** Whose link this is, without using it: mail programs follow links, too. Refuses `link` where it does not work (any more). */
export const lookAtLink = (
  desk: SignInDesk,
  { linkToken, purpose }: FollowedLink,
): Promise<Outcome<Readonly<{ name: string; email: string; language: Language }>>> =>
  looking(desk, async (trx) => {
    const whose = await whoseLink(trx, desk, { linkToken, purpose });
    return isRefusal(whose) ? whose : { name: whose.name, email: whose.email, language: whose.language };
  });
