import { z } from "zod";
import { type Context, command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { peopleWithKeys } from "../notices/people-with-keys.ts";
import { writeNotices } from "../notices/write-notices.ts";
import { anyRole, wherever } from "./rows/any-role.ts";
import { nextSeq } from "./rows/next-seq.ts";
import { recordField, seenRecord } from "./rows/seen-record.ts";
import { signedInPerson } from "./rows/signed-in-person.ts";

/** Says something about a record that one sees. Whoever said something before, and whoever's turn it is, gets a notice. */
export const sayComment = command({
  name: "say-comment",
  title: "say something about a record",
  input: z.object({ recordId: recordField, said: z.string().trim().min(1, "say something").max(10_000) }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { recordId, said }) => {
    const personId = signedInPerson(context);
    if (isRefusal(personId)) return personId;
    const record = await seenRecord(context, recordId);
    if (isRefusal(record)) return record;
    const before = await whoSaid(context, recordId);
    const seq = await nextSeq(context, "comments", recordId);
    await context.db
      .insertInto("comments")
      .values({
        ...{ system_id: context.systemId, record_id: recordId, seq, person_id: personId },
        ...{ said, said_at: context.now },
      })
      .execute();
    const concerned = new Set([...before, ...(await peopleWithKeys(context, record.turn))]);
    await writeNotices(context, recordId, "comment", [...concerned]);
    return { seq };
  },
  keeps: ({ recordId }, { seq }) => ({ subject: recordId, facts: { seq } }),
});

async function whoSaid({ db, systemId }: Context, recordId: string): Promise<readonly string[]> {
  const comments = db.selectFrom("comments").where("system_id", "=", systemId).where("record_id", "=", recordId);
  return (await comments.select("person_id").distinct().execute()).map((row) => row.person_id);
}
