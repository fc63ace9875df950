import type { Comment } from "@evenspan/domain/records/open-record";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { TextArea } from "../../../parts/form/text-area.tsx";
import { momentText } from "../../../words/moment-text.ts";

/** What was said about a record, the first thing first, and a form to say something. */
export function RecordComments({ comments }: { comments: readonly Comment[] }) {
  const { language, t } = useOffice();
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t("comments.title")}</h2>
      {comments.length === 0 && <p>{t("comments.none")}</p>}
      <ol className="comments">
        {comments.map(({ seq, name, said, saidAt }) => (
          <li key={seq}>
            <p className="note">
              <strong>{name ?? t("comments.someone")}</strong>, {momentText(saidAt, language)}
            </p>
            <p className="said-words">{said}</p>
          </li>
        ))}
      </ol>
      <OfficeForm name="comment">
        <TextArea name="said" label={t("comments.say")} hint={t("comments.say-hint")} rows={3} />
        <Button>{t("comments.do")}</Button>
      </OfficeForm>
    </section>
  );
}
