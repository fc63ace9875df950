import type { Figure } from "@evenspan/domain/figures/figure";
import { numberText } from "@evenspan/domain/figures/figure-words";
import { figurePath } from "../../words/figure-address.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import { useVisit } from "../visit.ts";
import { DatasetFacts } from "./dataset-facts.tsx";
import type { DatasetUse } from "./inputs.ts";
import { SourceRows } from "./source-rows.tsx";

/** Rows that a receipt opens of each use; the rest have a page of their own. */
const opened = 8;

/** The files under a figure: who published each, its fingerprint, and the rows that were read. */
export function ReceiptDatasets({ figure, uses }: { figure: Figure; uses: readonly DatasetUse[] }) {
  const { language, t } = useVisit();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t("files.title", { count: uses.length })}</h2>
      {uses.map((use) => (
        <article key={use.dataset.id} className="dataset">
          <h3>{use.dataset.title[language]}</h3>
          <DatasetFacts dataset={use.dataset} />
          {use.by.map((by) => (
            <Rows key={by.figure.id} use={use} by={by} named={by.figure.id !== figure.id || use.by.length > 1} />
          ))}
        </article>
      ))}
    </section>
  );
}

function Rows({ use: { dataset }, by, named }: { use: DatasetUse; by: DatasetUse["by"][number]; named: boolean }) {
  const visit = useVisit();
  const { release, language, href, t } = visit;
  const title = named ? t("rows.of", { what: subjectLabel(by.figure.subject, visit) }) : t("rows.title");
  if (!dataset.rowsShown)
    return <p>{t("rows.not-shown", { shown: numberText(by.rows, 0, language), count: by.rows })}</p>;
  const rows = release.sourceRows(dataset.id, by.observations.slice(0, opened));
  if (rows.length === 0) return null;
  const path = `/rows/${encodeURIComponent(dataset.id)}${figurePath(by.figure.id).slice("/figures".length)}`;
  return (
    <>
      <h4>{title}</h4>
      <SourceRows rows={rows} label={title} />
      {by.rows > rows.length && (
        <p>
          <a href={href(path)}>{t("rows.all", { shown: numberText(by.rows, 0, language) })}</a>
        </p>
      )}
    </>
  );
}
