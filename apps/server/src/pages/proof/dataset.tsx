import { numberText } from "@evenspan/domain/figures/figure-words";
import type { DatasetCard } from "@evenspan/domain/releases/release-content";
import type { Page } from "../page.ts";
import { type Query, useVisit, type Visit } from "../visit.ts";
import { DatasetFacts } from "./dataset-facts.tsx";

/** One file that figures of the release rest on. */
export function datasetPage(visit: Visit, { dataset: id }: Query): Page | null {
  const dataset = visit.release.dataset(id ?? "");
  return dataset && { title: dataset.title[visit.language], body: <Dataset dataset={dataset} /> };
}

function Dataset({ dataset }: { dataset: DatasetCard }) {
  const { release, language, href, t } = useVisit();
  const used = release.content.figures.filter(({ inputs }) =>
    inputs.some((input) => "dataset" in input && input.dataset === dataset.id),
  );
  const rowsFile = `rows/${dataset.id}.csv`;
  return (
    <>
      <p className="crumbs">
        <a href={href("/release")}>{t("release.title", { number: release.number })}</a>
      </p>
      <h1>{dataset.title[language]}</h1>
      <DatasetFacts dataset={dataset} />
      <p>{t("dataset.used", { count: used.length, shown: numberText(used.length, 0, language) })}</p>
      {release.documentPaths.includes(rowsFile) && (
        <p>
          <a href={`/files/${release.number}/rows/${encodeURIComponent(dataset.id)}.csv`}>{t("dataset.save")}</a>
        </p>
      )}
    </>
  );
}
