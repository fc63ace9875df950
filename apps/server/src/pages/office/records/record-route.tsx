import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { openRecord } from "@evenspan/domain/records/open-record";
import { sayComment } from "@evenspan/domain/records/say-comment";
import { formActions } from "../../../office/forms/form-actions.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { Record } from "./record.tsx";
import { recordPath } from "./record-title.tsx";

/** One record: what it is, how it stands, whose turn it is, what was said about it, and its files. */
export const recordRoute: ClosedRoute = {
  path: "records/*recordId",
  files: true,
  get: async ({ act, language }, { recordId }) => {
    const opened = await act(openRecord, { recordId });
    if (isRefusal(opened)) return opened;
    return page(opened.record.title[language], <Record {...opened} />);
  },
  post: formActions({
    comment: async ({ act, href }, { recordId }, form) => {
      const said = await act(sayComment, { recordId, said: form.text("said") });
      return isRefusal(said) ? said : goTo(href(recordPath(recordId!)), "said.commented");
    },
  }),
};
