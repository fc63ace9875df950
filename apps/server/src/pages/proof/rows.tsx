import type { Figure } from "@evenspan/domain/figures/figure";
import { numberText, periodWords } from "@evenspan/domain/figures/figure-words";
import type { DatasetCard } from "@evenspan/domain/releases/release-content";
import { figureAt, figurePath } from "../../words/figure-address.ts";
import { kindTitle } from "../../words/kind-words.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import type { Page } from "../page.ts";
import { type Query, useVisit, type Visit } from "../visit.ts";
import { SourceRows } from "./source-rows.tsx";

const perPage = 100;

/** All rows of a dataset that a figure rests on, a hundred a page. */
export function rowsPage(visit: Visit, { dataset: datasetId, figure: figureId }: Query): Page | null {
  const { release, query, t } = visit;
  const figure = figureAt(figureId, release);
  const dataset = release.dataset(datasetId ?? "");
  const input = figure?.inputs.find((one) => "dataset" in one && one.dataset === datasetId);
  if (!figure || !dataset?.rowsShown || !input || !("dataset" in input)) return null;
  const last = Math.max(1, Math.ceil(input.observations.length / perPage));
  const page = Math.min(last, Number(query.page) || 1);
  const observations = input.observations.slice((page - 1) * perPage, page * perPage);
  const body = <Rows {...{ figure, dataset, observations, page, last, total: input.rows }} />;
  return { title: t("rows.page-title", { what: subjectLabel(figure.subject, visit) }), body };
}

type Props = {
  figure: Figure;
  dataset: DatasetCard;
  observations: readonly number[];
  page: number;
  last: number;
  total: number;
};

function Rows({ figure, dataset, observations, page, last, total }: Props) {
  const visit = useVisit();
  const { release, language, path, href, t } = visit;
  const title = t("rows.page-title", { what: subjectLabel(figure.subject, visit) });
  const to = (number: number) => href(path, { page: String(number) });
  return (
    <>
      <p className="crumbs">
        <a href={href(figurePath(figure.id))}>
          {kindTitle(figure, visit)}, {periodWords(figure.period, language)}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{dataset.title[language]}</p>
      <p>
        {t("rows.page", { page, last })} {t("rows.total", { shown: numberText(total, 0, language) })}
      </p>
      <SourceRows rows={release.sourceRows(dataset.id, observations)} label={title} />
      {last > 1 && (
        <nav className="pages" aria-label={t("rows.pages")}>
          {page > 1 && <a href={to(page - 1)}>{t("rows.before")}</a>}{" "}
          {page < last && <a href={to(page + 1)}>{t("rows.after")}</a>}
        </nav>
      )}
    </>
  );
}
