import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { listNotices, type Notice } from "@evenspan/domain/notices/list-notices";
import { markRead } from "@evenspan/domain/notices/mark-read";
import type { PlainKey } from "../../../messages/translate.ts";
import { itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Empty } from "../../../parts/list/empty.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { RecordTitle } from "../records/record-title.tsx";

/** What one should know of records: that it is one's turn, that someone said something, that a day has passed. */
export const noticesRoute: ClosedRoute = {
  path: "notices",
  get: async ({ act, t }) => {
    const listed = await act(listNotices, {});
    return isRefusal(listed) ? listed : page(t("notices.title"), <Notices {...listed} />);
  },
  post: formActions({
    read: async ({ act, href }, _params, form) => {
      const marked = await act(markRead, { noticeId: form.text(itemField) });
      return isRefusal(marked) ? marked : goTo(href("/notices"));
    },
    "read-all": async ({ act, href }) => {
      const marked = await act(markRead, {});
      return isRefusal(marked) ? marked : goTo(href("/notices"), "said.notices-read");
    },
  }),
};

const abouts = {
  "your-turn": "notices.your-turn",
  comment: "notices.comment",
  changed: "notices.changed",
  late: "notices.late",
} as const satisfies Record<Notice["about"], PlainKey>;

function Notices({ notices, unread }: { notices: readonly Notice[]; unread: number }) {
  const { href, t } = useOffice();
  return (
    <>
      <div className="head">
        <h1>{t("notices.title")}</h1>
        {unread > 0 && (
          <OfficeForm name="read-all" bare>
            <Button kind="other">{t("notices.read-all")}</Button>
          </OfficeForm>
        )}
      </div>
      <p className="lead">{t("notices.unread", { count: unread })}</p>
      <p className="note">
        {t("notices.by-mail")} <a href={href("/me")}>{t("me.title")}</a>
      </p>
      {notices.length === 0 ? (
        <Empty>
          <p>{t("notices.none")}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {notices.map((notice) => (
            <li key={notice.noticeId}>
              <OneNotice notice={notice} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function OneNotice({ notice }: { notice: Notice }) {
  const { language, t } = useOffice();
  return (
    <>
      <div>
        <p>
          <span className={notice.isRead ? "state" : "state open"}>{t(abouts[notice.about])}</span>{" "}
          <span className="note">{momentText(notice.madeAt, language)}</span>
        </p>
        <RecordTitle {...notice} />
      </div>
      {!notice.isRead && (
        <OfficeForm name="read" item={notice.noticeId} bare>
          <button type="submit" className="quiet">
            {t("notices.read")} <span className="spoken">{notice.title[language]}</span>
          </button>
        </OfficeForm>
      )}
    </>
  );
}
