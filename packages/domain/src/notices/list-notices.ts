import { z } from "zod";
import { query } from "../kernel/command.ts";
import type { Text } from "../kernel/text.ts";
import { anyRole, wherever } from "../records/rows/any-role.ts";
import type { NoticeAbout } from "./write-notices.ts";

/** Something that a person should know of a record that the person may see. */
export type Notice = Readonly<{
  noticeId: string;
  about: NoticeAbout;
  recordId: string;
  kind: string;
  title: Text;
  madeAt: Date;
  isRead: boolean;
}>;

const mostListed = 100;

/** Lists one's own notices, the newest first, and how many are not read; of records that one may no longer see there are none. */
export const listNotices = query("query", {
  name: "list-notices",
  title: "see what you should know",
  input: z.object({ isUnread: z.boolean().optional() }),
  access: anyRole,
  concerns: wherever(anyRole),
  run: async (
    { db, systemId, actor },
    { isUnread },
  ): Promise<Readonly<{ notices: readonly Notice[]; unread: number }>> => {
    const own = db
      .selectFrom("notices as notice")
      .innerJoin("records as record", (on) =>
        on.onRef("record.system_id", "=", "notice.system_id").onRef("record.record_id", "=", "notice.record_id"),
      )
      .where("notice.system_id", "=", systemId)
      .where("notice.person_id", "=", actor.personId);
    const rows = await own
      .$if(isUnread === true, (all) => all.where("notice.read_at", "is", null))
      .select(["notice.notice_id", "notice.about", "notice.record_id", "notice.made_at", "notice.read_at"])
      .select(["record.kind", "record.title", "record.title_es"])
      .orderBy("notice.made_at", "desc")
      .orderBy("notice.notice_id", "desc")
      .limit(mostListed)
      .execute();
    const { unread } = await own
      .where("notice.read_at", "is", null)
      .select(({ fn }) => fn.countAll<number>().as("unread"))
      .executeTakeFirstOrThrow();
    const notices = rows.map((row) => ({
      ...{ noticeId: row.notice_id, about: row.about, recordId: row.record_id, kind: row.kind },
      ...{ title: { en: row.title, es: row.title_es ?? row.title }, madeAt: row.made_at, isRead: row.read_at !== null },
    }));
    return { notices, unread };
  },
});
