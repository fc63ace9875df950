import { numberText } from "@evenspan/domain/figures/figure-words";
import type { DatasetCard } from "@evenspan/domain/releases/release-content";
import { InEnglish } from "../../parts/in-english.tsx";
import { SourceText } from "../../parts/source-text.tsx";
import { datasetOriginWords } from "../../words/origin-words.ts";
import { useVisit } from "../visit.ts";

/** Who published a file, under which terms, which bytes it was, and what became of its rows. */
export function DatasetFacts({ dataset }: { dataset: DatasetCard }) {
  const { language, t } = useVisit();
  const count = (value: number) => numberText(value, 0, language);
  return (
    <dl className="facts">
      <div>
        <dt>{t("dataset.publisher")}</dt>
        <dd>
          <InEnglish>{[dataset.publisher, dataset.dataSet].filter(Boolean).join(", ")}</InEnglish> (
          {datasetOriginWords(dataset.origin, t)}). <SourceText text={dataset.homepage} />
        </dd>
      </div>
      <div>
        <dt>{t("dataset.terms")}</dt>
        <dd>{dataset.licence[language]}</dd>
      </div>
      <div>
        <dt>{t("dataset.file")}</dt>
        <dd>{t("dataset.file-is", { name: dataset.fileName, bytes: count(dataset.byteSize) })}</dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd>
          <code className="hash">{dataset.fingerprint}</code>
        </dd>
      </div>
      <div>
        <dt>{t("dataset.rows")}</dt>
        <dd>
          {t("dataset.rows-are", { read: count(dataset.rowsRead), kept: count(dataset.rowsKept) })}{" "}
          {dataset.doubtful > 0 && t("dataset.doubtful", { count: dataset.doubtful })}
        </dd>
      </div>
    </dl>
  );
}
