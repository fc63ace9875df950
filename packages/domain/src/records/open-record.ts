import { z } from "zod";
import { type Context, query } from "../kernel/command.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { anyRole, wherever } from "./rows/any-role.ts";
import { listedRecord } from "./rows/listed-record.ts";
import { officeDay } from "./rows/office-day.ts";
import { recordField, seenRecord } from "./rows/seen-record.ts";

/** What someone said about a record. The name is null where the one who asks may not know who works here. */
export type Comment = Readonly<{ seq: number; personId: string; name: string | null; said: string; saidAt: Date }>;

/** A file of a record. `scan` says whether it was looked at for viruses. */
export type FileOfRecord = Readonly<{
  seq: number;
  fileName: string;
  mediaType: string;
  byteSize: number;
  scan: "clean" | "not scanned";
  name: string | null;
  addedAt: Date;
}>;

/** Opens a record that one may see: what it is, what was said about it, and its files. */
export const openRecord = query("query", {
  name: "open-record",
  title: "open a record",
  input: z.object({ recordId: recordField }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (context, { recordId }) => {
    const row = await seenRecord(context, recordId);
    if (isRefusal(row)) return row;
    return {
      record: listedRecord(row, officeDay(context.now)),
      comments: await commentsOf(context, recordId),
      files: await filesOf(context, recordId),
    };
  },
});

const commentsOf = ({ db, systemId }: Context, recordId: string): Promise<readonly Comment[]> =>
  db
    .selectFrom("comments as comment")
    .leftJoin("people as person", (on) =>
      on.onRef("person.system_id", "=", "comment.system_id").onRef("person.person_id", "=", "comment.person_id"),
    )
    .where("comment.system_id", "=", systemId)
    .where("comment.record_id", "=", recordId)
    .select([
      "comment.seq",
      "comment.person_id as personId",
      "person.name",
      "comment.said",
      "comment.said_at as saidAt",
    ])
    .orderBy("comment.seq")
    .execute();

const filesOf = ({ db, systemId }: Context, recordId: string): Promise<readonly FileOfRecord[]> =>
  db
    .selectFrom("record_files as file")
    .innerJoin("stored_files as stored", (on) =>
      on.onRef("stored.system_id", "=", "file.system_id").onRef("stored.fingerprint", "=", "file.fingerprint"),
    )
    .leftJoin("people as person", (on) =>
      on.onRef("person.system_id", "=", "file.system_id").onRef("person.person_id", "=", "file.person_id"),
    )
    .where("file.system_id", "=", systemId)
    .where("file.record_id", "=", recordId)
    .select([
      "file.seq",
      "file.file_name as fileName",
      "stored.media_type as mediaType",
      "stored.byte_size as byteSize",
    ])
    .select(["stored.scan", "person.name", "file.added_at as addedAt"])
    .orderBy("file.seq")
    .execute();
