import type { FileOfRecord } from "@evenspan/domain/records/open-record";
import { useOffice } from "../../../office/office-visit.ts";
import { byteText } from "../../../words/byte-text.ts";
import { dayText } from "../../../words/day-text.ts";

/** The files of a record. */
export function RecordFiles({ files }: { files: readonly FileOfRecord[] }) {
  const { language, t } = useOffice();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("files.title")}</h2>
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
          </li>
        ))}
      </ul>
    </section>
  );
}
