import { type Refusal, type RefusalKind, refuse } from "../../../kernel/refusal.ts";

/** Why a sign-in at a provider went no further, as the person is told. */
export type ProviderRefusal = keyof typeof told;

const told = {
  "provider-not-offered": ["not-found", "This way to sign in is not offered here. Choose another one."],
  "return-path": ["invalid", "The page to go back to is not one of this site. Begin again from the page of sign-in."],
  "provider-unready": ["unavailable", "This way to sign in needs to be set up anew. Tell your administrator."],
  "provider-unreachable": ["unavailable", "The sign-in service did not answer. Try again in a moment, or another way."],
  "sign-in-over": ["unauthenticated", "This sign-in was begun too long ago, or has been used already. Begin again."],
  "another-browser": ["unauthenticated", "This sign-in was begun in another browser. Begin again in this one."],
  "provider-declined": [
    "unauthenticated",
    "The sign-in service did not confirm who you are. Try again, or another way.",
  ],
  "proof-refused": [
    "unauthenticated",
    "What the sign-in service sent could not be trusted, and nobody was signed in. Begin again; if it happens again, tell your administrator.",
  ],
  "mail-not-verified": [
    "forbidden",
    "The sign-in service has not verified your mail address. Verify it there, and then sign in again.",
  ],
  "mail-not-theirs": [
    "forbidden",
    "The sign-in service named no mail address for which it may speak here. Use your work account, or tell your administrator.",
  ],
  "not-admitted": [
    "forbidden",
    "The sign-in service knows you, and the office has no open account that goes with it. Ask your administrator for an invitation.",
  ],
} as const satisfies Record<string, readonly [RefusalKind, string]>;

/**
 * The refusal with this code.
 *
 * @example
 * providerRefusal("sign-in-over").refused // => "unauthenticated"
 */
export const providerRefusal = (code: ProviderRefusal): Refusal => refuse(told[code][0], code, told[code][1]);
