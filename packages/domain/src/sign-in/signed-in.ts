import type { Actor } from "../kernel/actor.ts";
import type { Role } from "../kernel/roles.ts";
import type { Language } from "../kernel/text.ts";

/**
 * What a session still needs. `second-factor`: a code; until then it acts for nobody and holds no role. `enrol`: an
 * authenticator to be set up; until then the strong roles wait, and the others count.
 */
export type Next = "done" | "second-factor" | "enrol";

/** How someone signed in; `second-factor` also where an identity provider has asked for one. */
export type Strength = "password" | "link" | "provider" | "second-factor";

/** Whom a session belongs to. */
export type SignedInPerson = Readonly<{ personId: string; name: string; email: string; language: Language }>;

/** Someone who is signed in, as the session stands at this request: roles and their end count at once. */
export type SignedIn = Readonly<{
  sessionId: string;
  strength: Strength;
  person: SignedInPerson;
  /** Holds only the roles that count at this strength; while `next` is `second-factor`, no person and no role. */
  actor: Actor;
  /** Roles that wait for a second factor. */
  withheld: readonly Role[];
  hasSecondFactor: boolean;
  next: Next;
}>;
