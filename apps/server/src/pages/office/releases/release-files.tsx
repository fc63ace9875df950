import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Folded } from "../../../parts/table/folded.tsx";
import { byteText } from "../../../words/byte-text.ts";
import type { ReviewedRelease } from "./reviewed-release.ts";

/** The files of a release, to be looked at before it is signed. That one was taken out stands in the audit. */
export function ReleaseFiles({ files }: Pick<ReviewedRelease, "files">) {
  const { language, t } = useOffice();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("record-files.title")}</h2>
      <Folded summary={t("files.count", { count: files.length })}>
        <ul className="rows">
          {files.map(({ path, bytes, sha256 }) => (
            <li key={path}>
              <div>
                <strong>{path}</strong> <span className="note">{byteText(bytes, language)}</span>
                <p className="note">
                  SHA-256 <code className="hash">{sha256.slice(0, 16)}…</code>
                </p>
              </div>
              <OfficeForm name="file" item={path} bare>
                <input type="hidden" name="path" value={path} />
                <Button kind="other">
                  {t("files.save")} <span className="spoken">{path}</span>
                </Button>
              </OfficeForm>
            </li>
          ))}
        </ul>
      </Folded>
    </section>
  );
}
