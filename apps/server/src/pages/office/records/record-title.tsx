import type { ListedRecord } from "@evenspan/domain/records/rows/listed-record";
import { useOffice } from "../../../office/office-visit.ts";
import { kindName } from "../../../words/record-words.ts";
import { pathPart } from "../../visit.ts";

/** The address of a record, after `/<language>/office`. */
export const recordPath = (recordId: string): string => `/records/${recordId.split("/").map(pathPart).join("/")}`;

/** What a record is: its title as the way to it, and its kind. */
export function RecordTitle({ recordId, title, kind }: Pick<ListedRecord, "recordId" | "title" | "kind">) {
  const { href, language, t } = useOffice();
  const isEnglish = language === "es" && title.es === title.en;
  return (
    <>
      <a href={href(recordPath(recordId))} lang={isEnglish ? "en" : undefined}>
        {title[language]}
      </a>
      <span className="under">{kindName(kind, t)}</span>
    </>
  );
}
