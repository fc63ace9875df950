import type { Outcome } from "../../kernel/refusal.ts";
import { atDesk } from "../at-desk.ts";
import type { SignInDesk } from "../desk.ts";
import { recordSignIn } from "../record-sign-in.ts";
import { tokenHash } from "../secret-token.ts";

/** Ends the session of a token. One that has ended already stays so, and nothing is refused. */
export const signOut = (
  desk: SignInDesk,
  { token }: Readonly<{ token: string }>,
): Promise<Outcome<Readonly<{ ended: number }>>> =>
  atDesk(desk, async (trx) => {
    const ended = await trx
      .updateTable("sessions as session")
      .from("people as person")
      .set({ ended_at: desk.now, ended_why: "signed-out" })
      .whereRef("person.system_id", "=", "session.system_id")
      .whereRef("person.person_id", "=", "session.person_id")
      .where("session.system_id", "=", desk.systemId)
      .where("session.token_hash", "=", tokenHash(token))
      .where("session.ended_at", "is", null)
      .returning(["person.person_id as personId", "person.name"])
      .executeTakeFirst();
    if (!ended) return { ended: 0 };
    await recordSignIn(trx, desk, ended, { kind: "command", name: "sign-out", why: "to sign out" });
    return { ended: 1 };
  });
