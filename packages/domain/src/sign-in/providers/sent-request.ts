import type { SignInDesk } from "../desk.ts";
import { tokenHash } from "../secret-token.ts";
import type { NotProven } from "./admission/refused-sign-in.ts";
import { type SentRequest, takeRequest } from "./request-under-way.ts";

type Ask<K> = Extract<SentRequest["ask"], { kind: K }>;

/** What an answer belongs to: taken once, of the kind that answered, and begun in the same browser where that is asked. */
export async function sentRequest<K extends SentRequest["ask"]["kind"]>(
  desk: SignInDesk,
  {
    providerId,
    state,
    ticket,
    kind,
  }: Readonly<{ providerId: string; state: string; ticket: string | undefined; kind: K }>,
): Promise<Readonly<{ returnTo: string; ask: Ask<K> }> | NotProven> {
  const taken = await takeRequest(desk, { providerId, state });
  if (taken?.request.ask.kind !== kind)
    return { code: "sign-in-over", why: "nothing is under way that this would answer" };
  if (ticket !== undefined && tokenHash(ticket) !== taken.request.ticketHash)
    return { code: "another-browser", why: "the sign-in was begun in another browser" };
  return { returnTo: taken.returnTo, ask: taken.request.ask as Ask<K> };
}
