import type { ClaimStanding } from "@evenspan/domain/claims/claim";
import type { MessageKey, Translate } from "../messages/translate.ts";

const counted = {
  holds: "claims.count-holds",
  superseded: "claims.count-superseded",
  contradicted: "claims.count-contradicted",
  "cannot-be-checked": "claims.count-cannot-be-checked",
} as const satisfies Record<ClaimStanding, MessageKey>;

const single = {
  holds: "claims.holds",
  superseded: "claims.superseded",
  contradicted: "claims.contradicted",
  "cannot-be-checked": "claims.cannot-be-checked",
} as const satisfies Record<ClaimStanding, MessageKey>;

/** What so many claims do: hold, were once so, differ from the data, or cannot be checked. */
export const standingWords = (standing: ClaimStanding, count: number, t: Translate): string =>
  t(counted[standing], { count });

/** How one claim stands, in two or three words. */
export const standingWord = (standing: ClaimStanding, t: Translate): string => t(single[standing]);
