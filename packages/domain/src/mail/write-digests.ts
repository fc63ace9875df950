import { randomUUID } from "node:crypto";
import type { Database } from "@evenspan/database/schema";
import { inTenant } from "@evenspan/database/tenant";
import type { Kysely, Transaction } from "kysely";
import { keysOf } from "../kernel/actor.ts";
import type { Language } from "../kernel/text.ts";
import { currentGrants, grantOf } from "../sign-in/sessions/current-grants.ts";
import { type DigestLine, digestLetter } from "./digest-letter.ts";

/** Which notices are told now: those of people who want them at once, or also the day's of everyone else. */
export type DigestTime = "at-once" | "daily";

type Reader = Readonly<{ personId: string; name: string; email: string; language: Language; keys: readonly string[] }>;

/**
 * Writes one letter to each person who has notices that were neither read nor told, and wants letters now. What is told is read
 * with that person's own keys, so that nobody is told the title of what they may not see.
 *
 * @returns how many letters were written
 */
export async function writeDigests(
  db: Kysely<Database>,
  systemId: string,
  time: DigestTime,
  now: Date,
): Promise<number> {
  let written = 0;
  for (const reader of await readersOf(db, systemId, time)) {
    const as = { personId: reader.personId, keys: [...reader.keys, "mail"] };
    if (await inTenant(db, systemId, (trx) => writeDigest(trx, systemId, reader, now), { as })) written++;
  }
  return written;
}

const untold = (trx: Transaction<Database>) =>
  trx.selectFrom("notices").where("mailed_at", "is", null).where("read_at", "is", null);

function readersOf(db: Kysely<Database>, systemId: string, time: DigestTime): Promise<readonly Reader[]> {
  return inTenant(
    db,
    systemId,
    async (trx) => {
      const waiting = await untold(trx).select("person_id").distinct().execute();
      const readers: Reader[] = [];
      for (const { person_id } of waiting) {
        const reader = await readerOf(trx, person_id);
        if (reader && wants(time, await choiceOf(db, systemId, person_id))) readers.push(reader);
      }
      return readers;
    },
    { as: { personId: null, keys: ["mail", "sign-in"] } },
  );
}

const wants = (time: DigestTime, choice: "at-once" | "daily" | "never"): boolean =>
  choice === "at-once" || (choice === "daily" && time === "daily");

async function readerOf(trx: Transaction<Database>, personId: string): Promise<Reader | null> {
  const person = await trx
    .selectFrom("people as person")
    .select(["name", "email", "language", currentGrants("person").as("grants")])
    .where("person_id", "=", personId)
    .where("deactivated_at", "is", null)
    .executeTakeFirst();
  if (!person) return null;
  const { name, email, language, grants } = person;
  return { personId, name, email, language, keys: keysOf({ name, personId, grants: grants.map(grantOf) }) };
}

/** A choice is seen by the person alone. */
const choiceOf = (db: Kysely<Database>, systemId: string, personId: string): Promise<"at-once" | "daily" | "never"> =>
  inTenant(
    db,
    systemId,
    async (trx) => (await trx.selectFrom("notice_choices").select("mail").executeTakeFirst())?.mail ?? "daily",
    { as: { personId, keys: [] } },
  );

async function writeDigest(trx: Transaction<Database>, systemId: string, reader: Reader, now: Date): Promise<boolean> {
  const notices = await untold(trx)
    .innerJoin("records as record", (join) =>
      join.onRef("record.system_id", "=", "notices.system_id").onRef("record.record_id", "=", "notices.record_id"),
    )
    .where("notices.person_id", "=", reader.personId)
    .select(["notices.notice_id", "notices.about", "notices.record_id as recordId"])
    .select(["record.title", "record.title_es", "record.due_on as dueOn", "record.waited_until"])
    .orderBy("notices.made_at")
    .limit(100)
    .forUpdate("notices")
    .skipLocked()
    .execute();
  if (notices.length === 0) return false;
  const { name: office } = await trx
    .selectFrom("systems")
    .select("name")
    .where("system_id", "=", systemId)
    .executeTakeFirstOrThrow();
  const lines = notices.map((notice): DigestLine => {
    const title = reader.language === "es" ? (notice.title_es ?? notice.title) : notice.title;
    return { ...notice, title, dueOn: notice.waited_until === "infinity" ? null : notice.dueOn };
  });
  const { subject, text } = digestLetter({ ...reader, office, lines });
  await trx
    .insertInto("letters")
    .values({
      ...{ system_id: systemId, letter_id: randomUUID(), to_address: reader.email, language: reader.language },
      ...{ subject, body_text: text, made_at: now, try_after: now },
    })
    .execute();
  const told = notices.map(({ notice_id }) => notice_id);
  await trx.updateTable("notices").set({ mailed_at: now }).where("notice_id", "in", told).execute();
  return true;
}
