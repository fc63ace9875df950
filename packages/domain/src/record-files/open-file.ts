import { z } from "zod";
import { query } from "../kernel/command.ts";
import { refuse } from "../kernel/refusal.ts";
import { anyRole, wherever } from "../records/rows/any-role.ts";
import { recordField } from "../records/rows/seen-record.ts";

/** Opens a file of a record that one sees: its bytes, as they came. It is to be saved, never shown within a page. */
export const openFile = query("read", {
  name: "open-file",
  title: "open a file of a record",
  input: z.object({ recordId: recordField, seq: z.coerce.number().int().min(1).max(1_000_000) }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async ({ db, systemId }, { recordId, seq }) => {
    const file = await db
      .selectFrom("record_files as file")
      .innerJoin("stored_files as stored", (on) =>
        on.onRef("stored.system_id", "=", "file.system_id").onRef("stored.fingerprint", "=", "file.fingerprint"),
      )
      .where("file.system_id", "=", systemId)
      .where("file.record_id", "=", recordId)
      .where("file.seq", "=", seq)
      .select(["file.file_name as fileName", "stored.media_type as mediaType", "stored.bytes"])
      .executeTakeFirst();
    return file ?? refuse("not-found", "file", "There is no such file that you may see.");
  },
  keeps: ({ recordId, seq }) => ({ subject: recordId, facts: { seq } }),
});
