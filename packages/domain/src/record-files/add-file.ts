import { z } from "zod";
import { command } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { anyRole, wherever } from "../records/rows/any-role.ts";
import { nextSeq } from "../records/rows/next-seq.ts";
import { recordField, seenRecord } from "../records/rows/seen-record.ts";
import { signedInPerson } from "../records/rows/signed-in-person.ts";
import { type CheckedFile, isCheckedFile } from "./checked-file.ts";

/** Adds a file to a record that one sees. The same content is stored once, however often it is added. */
export const addFile = command({
  name: "add-file",
  title: "add a file to a record",
  input: z.object({ recordId: recordField, file: z.custom<CheckedFile>(isCheckedFile, "a file that was looked at") }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { recordId, file }) => {
    const { db, systemId, now } = context;
    const personId = signedInPerson(context);
    if (isRefusal(personId)) return personId;
    const record = await seenRecord(context, recordId);
    if (isRefusal(record)) return record;
    const { fingerprint, mediaType, bytes, scan, fileName } = file;
    await db
      .insertInto("stored_files")
      .values({
        ...{ system_id: systemId, fingerprint, media_type: mediaType, byte_size: bytes.length },
        ...{ bytes: Buffer.from(bytes), scan, stored_at: now },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const seq = await nextSeq(context, "record_files", recordId);
    await db
      .insertInto("record_files")
      .values({
        ...{ system_id: systemId, record_id: recordId, seq, fingerprint, file_name: fileName },
        ...{ person_id: personId, added_at: now },
      })
      .execute();
    return { seq, fingerprint };
  },
  keeps: ({ recordId, file: { fileName, bytes, scan } }, { seq, fingerprint }) => ({
    ...{ subject: recordId, facts: { seq, fingerprint, fileName, byteSize: bytes.length, scan } },
  }),
});
