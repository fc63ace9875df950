import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { addFile } from "@evenspan/domain/record-files/add-file";
import { checkedFile } from "@evenspan/domain/record-files/checked-file";
import { openFile } from "@evenspan/domain/record-files/open-file";
import { openRecord } from "@evenspan/domain/records/open-record";
import { sayComment } from "@evenspan/domain/records/say-comment";
import { itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { download, goTo, page } from "../../../office/office-answer.ts";
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
    "add-file": async ({ act, href, scanFile }, { recordId }, form) => {
      const sent = form.file("file");
      const file = await checkedFile(sent?.name ?? "", sent?.bytes ?? Buffer.alloc(0), scanFile);
      if (isRefusal(file)) return { ...file, fields: { file: file.message } };
      const added = await act(addFile, { recordId, file });
      return isRefusal(added) ? added : goTo(href(recordPath(recordId!)), "said.file-added");
    },
    "open-file": async ({ act }, { recordId }, form) => {
      const file = await act(openFile, { recordId, seq: form.text(itemField) });
      return isRefusal(file) ? file : download(Buffer.from(file.bytes), file);
    },
  }),
};
