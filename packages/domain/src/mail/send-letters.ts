import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely, Transaction, Updateable } from "kysely";
import type { MailTransport } from "./mail-transport.ts";

/** What letters are sent with. */
export type Mailing = Readonly<{ transport: MailTransport; site: string; now: Date }>;

/** What came of it: letters that were taken, that will be tried again, and that were given up. */
export type Mailed = Readonly<{ sent: number; waiting: number; givenUp: number }>;

/** Minutes until the next try, by how many there were; after the last the letter is given up: about three days in all. */
const pausesInMinutes = [1, 5, 15, 60, 180, 360, 720, 1440, 1440] as const;

/** The moment of a letter that is not tried again. */
const never = new Date("9999-12-31T00:00:00Z");

/**
 * Sends the letters that are due. Each is held while it is sent, so that of two programs one sends it; a program that is
 * killed just then sends it again. Its text is taken out when it was taken or given up, for it may hold a way in.
 */
export async function sendLetters(db: Kysely<Database>, systemId: string, mailing: Mailing): Promise<Mailed> {
  const mailed = { sent: 0, waiting: 0, givenUp: 0 };
  for (;;) {
    const came = await inTenant(db, systemId, (trx) => sendOne(trx, mailing), {
      as: { personId: null, keys: ["mail"] },
    });
    if (came === null) return mailed;
    mailed[came]++;
  }
}

async function sendOne(trx: Transaction<Database>, { transport, site, now }: Mailing): Promise<keyof Mailed | null> {
  const letter = await trx
    .selectFrom("letters")
    .selectAll()
    .where("sent_at", "is", null)
    .where("try_after", "<=", now)
    .orderBy("try_after")
    .orderBy("letter_id")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!letter) return null;
  const change = (values: Updateable<Database["letters"]>) =>
    trx.updateTable("letters").set(values).where("letter_id", "=", letter.letter_id).execute();
  const text = letter.body_text.replaceAll("{{site}}", site);
  try {
    await transport.send({ to: letter.to_address, subject: letter.subject, text, language: letter.language });
    await change({ sent_at: now, body_text: "", failure: null, tries: letter.tries + 1 });
    return "sent";
  } catch (fault) {
    const pause = transport.isFinal(fault) ? undefined : pausesInMinutes[letter.tries];
    const tryAfter = pause === undefined ? never : new Date(now.getTime() + pause * 60_000);
    const text = pause === undefined ? { body_text: "" } : {};
    await change({ ...text, tries: letter.tries + 1, try_after: tryAfter, failure: inWords(fault) });
    return pause === undefined ? "givenUp" : "waiting";
  }
}

/** What the server said, or the program; without the letter itself, and not long. */
const inWords = (fault: unknown): string => {
  const { response, message } = fault as { response?: string; message?: string };
  return (response ?? message ?? "unknown").replace(/\s+/g, " ").slice(0, 300);
};
