import { isRefusal, type Outcome } from "../../kernel/refusal.ts";
import type { Language } from "../../kernel/text.ts";
import { atDesk, looking } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { type FollowedLink, refuseLink, whoseLink } from "./use-link.ts";

/** Whose link this is, without using it: mail programs follow links, too. Refuses `link` where it does not work (any more). */
export async function lookAtLink(
  desk: SignInDesk,
  link: FollowedLink,
): Promise<Outcome<Readonly<{ name: string; email: string; language: Language }>>> {
  const whose = await looking(desk, (trx) => whoseLink(trx, desk, link));
  if (isRefusal(whose)) return atDesk(desk, (trx) => refuseLink(trx, desk, link, whose));
  return { name: whose.name, email: whose.email, language: whose.language };
}
