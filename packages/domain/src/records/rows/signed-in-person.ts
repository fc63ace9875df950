import type { Context } from "../../kernel/command.ts";
import { type Outcome, refuse } from "../../kernel/refusal.ts";

/** The person who acts, for what only someone with an account can do: say something, save a view, be told. */
export const signedInPerson = ({ actor }: Pick<Context, "actor">): Outcome<string> =>
  actor.personId ?? refuse("unauthenticated", "no-account", "Sign in first: this is kept with your account.");
