import { rankRanges } from "@evenspan/domain/figures/comparison.rules";
import type { Figure } from "@evenspan/domain/figures/figure";
import { periodWords } from "@evenspan/domain/figures/figure-words";
import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import { SyntheticMark } from "../../parts/figure/synthetic-mark.tsx";
import { AreaMap } from "../../parts/map/area-map.tsx";
import { kindTerm, kindTitle } from "../../words/kind-words.ts";
import { areaKinds } from "../figure-kinds.ts";
import { notKnown, type Page } from "../page.ts";
import { type FigureKind, measureKey } from "../release-index.ts";
import { useVisit, type Visit } from "../visit.ts";
import { areaFigures } from "./area-figures.ts";
import { type AreaRow, AreasTable, isSort, type SortKey, sorted } from "./areas-table.tsx";
import { FigureChooser } from "./figure-chooser.tsx";
import { lineReading } from "./line-reading.ts";

/** Every area by one kind of figure, as a map and a table in the order that the reader asks for. */
export function areasPage(visit: Visit): Page | null {
  const { measure, cause = "all" } = visit.query;
  const kinds = areaKinds(visit.index);
  const ofMeasure = kinds.filter((kind) => measureKey(kind) === measure);
  const asked = ofMeasure.find((kind) => kind.cause === cause);
  const kind = asked ?? ofMeasure[0] ?? lineReading(visit)?.kind ?? kinds[0];
  if (!kind) return null;
  const title = visit.t("areas.title", { what: kindTitle(kind, visit) });
  const notThere = !asked && (measure !== undefined || cause !== "all");
  return { title, body: <Areas kind={kind} kinds={kinds} title={title} figureNotKnown={notThere} /> };
}

type Props = { kind: FigureKind; kinds: readonly FigureKind[]; title: string; figureNotKnown: boolean };

function Areas({ kind, kinds, title, figureNotKnown }: Props) {
  const visit = useVisit();
  const { language, query, t } = visit;
  const figures = areaFigures(kind, visit);
  const sort: SortKey = isSort(query.sort) ? query.sort : "name";
  const descending = query.order === "down";
  const notSorted = query.sort === notKnown || query.order === notKnown;
  const rows = sorted(rowsOf(figures), sort, descending, visit);
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">
        {kindTerm(kind, visit)}, {periodWords(kind.period, language)}.
      </p>
      <p>{indicatorByKey(kind.indicator)?.meaning[language]}</p>
      {figureNotKnown && <p className="remark">{t("areas.figure-unknown")}</p>}
      {notSorted && <p className="remark">{t("areas.sort-unknown")}</p>}
      <FigureChooser kinds={kinds} chosen={kind} />
      {isMadeUp(figures) && (
        <p>
          <SyntheticMark /> {t("map.synthetic")}
        </p>
      )}
      <AreaMap figures={figures} />
      <section aria-labelledby="table">
        <h2 id="table">{t("areas.table")}</h2>
        <Order rows={rows} />
        <AreasTable rows={rows} kind={kind} sort={sort} descending={descending} />
      </section>
    </>
  );
}

/** What the order of the rows can and cannot say. */
function Order({ rows }: { rows: readonly AreaRow[] }) {
  const { t } = useVisit();
  const ranked = rows.filter(({ rank }) => rank !== null);
  if (ranked.length === 0) return <p>{t("areas.no-rank")}</p>;
  const first = ranked.filter(({ rank }) => rank!.from === 1).length;
  return <p>{t("areas.rank", { first, of: ranked.length })}</p>;
}

function rowsOf(figures: readonly Figure[]): readonly AreaRow[] {
  const ranks = rankRanges(figures);
  return figures.map((figure, i) => ({ figure, rank: ranks[i] ?? null }));
}

const isMadeUp = (figures: readonly Figure[]): boolean => figures.some(({ origin }) => origin === "synthetic");
