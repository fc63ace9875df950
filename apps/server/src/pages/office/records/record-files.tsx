import { takenTypes } from "@evenspan/domain/record-files/file-type";
import type { FileOfRecord } from "@evenspan/domain/records/open-record";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { FileField } from "../../../parts/form/file-field.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import { byteText } from "../../../words/byte-text.ts";
import { dayText } from "../../../words/day-text.ts";

/** The files of a record, each to be saved, and a form to add one. */
export function RecordFiles({ files }: { files: readonly FileOfRecord[] }) {
  const { language, returned, t } = useOffice();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("record-files.title")}</h2>
      {files.length === 0 && <p>{t("files.none")}</p>}
      <ul className="rows">
        {files.map(({ seq, fileName, byteSize, mediaType, scan, name, addedAt }) => (
          <li key={seq}>
            <div>
              <strong>{fileName}</strong>{" "}
              <span className="note">
                {byteText(byteSize, language)}, {mediaType}
              </span>
              <p className="note">
                {t("files.added", { who: name ?? t("comments.someone"), day: dayText(addedAt, language) })}{" "}
                {scan === "not scanned" && t("files.not-scanned")}
              </p>
            </div>
            <OfficeForm name="open-file" item={String(seq)} bare>
              <Button kind="other">
                {t("files.save")} <span className="spoken">{fileName}</span>
              </Button>
            </OfficeForm>
          </li>
        ))}
      </ul>
      <Folded summary={t("files.add")} open={returned?.form === "add-file"}>
        <OfficeForm name="add-file" files>
          <FileField
            name="file"
            label={t("files.choose")}
            hint={t("files.kinds", { kinds: Object.keys(takenTypes).join(", ") })}
          />
          <Button>{t("files.add-do")}</Button>
        </OfficeForm>
      </Folded>
    </section>
  );
}
