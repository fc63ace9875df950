import { z } from "zod";
import { command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { anyRole, wherever } from "../records/rows/any-role.ts";
import { recordField } from "../records/rows/seen-record.ts";
import { signedInPerson } from "../records/rows/signed-in-person.ts";

/** Marks one's own notices as read: one of them, those of a record that was opened, or all. A notice that is read is not mailed. */
export const markRead = command({
  name: "mark-read",
  title: "mark your notices as read",
  input: z.object({ noticeId: z.uuid().optional(), recordId: recordField.optional() }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { noticeId, recordId }) => {
    const personId = signedInPerson(context);
    if (isRefusal(personId)) return personId;
    const marked = await context.db
      .updateTable("notices")
      .set({ read_at: context.now })
      .where("system_id", "=", context.systemId)
      .where("person_id", "=", personId)
      .where("read_at", "is", null)
      .$if(noticeId !== undefined, (own) => own.where("notice_id", "=", noticeId!))
      .$if(recordId !== undefined, (own) => own.where("record_id", "=", recordId!))
      .executeTakeFirst();
    return { read: Number(marked.numUpdatedRows) };
  },
  keeps: (_, { read }) => ({ facts: { read } }),
});
