import type { Figure } from "@evenspan/domain/figures/figure";
import { intervalText, periodWords } from "@evenspan/domain/figures/figure-words";
import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import { causeByKey } from "@evenspan/domain/sources/causes";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { StackedTable } from "../../parts/table/stacked-table.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { verdictWords } from "../../words/verdict-words.ts";
import { ofOnePeriod } from "../figure-kinds.ts";
import { useVisit } from "../visit.ts";
import { cityFigure } from "./against.tsx";

/** What people die of here, beside the city: one table an indicator that tells causes apart, the first one open. */
export function AreaCauses({ figures }: { figures: readonly Figure[] }) {
  const { t } = useVisit();
  const keys = [...new Set(figures.filter(({ cause }) => cause !== "all").map(({ indicator }) => indicator))];
  if (keys.length === 0) return null;
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">{t("causes.title")}</h2>
      <p>{t("causes.lead")}</p>
      {keys.map((key, i) => (
        <OfIndicator
          key={key}
          indicator={key}
          folded={i > 0}
          figures={ofOnePeriod(figures.filter((one) => one.indicator === key))}
        />
      ))}
    </section>
  );
}

type OfIndicatorProps = { indicator: string; folded: boolean; figures: readonly Figure[] };

function OfIndicator({ indicator, folded, figures }: OfIndicatorProps) {
  const { language } = useVisit();
  const title = indicatorByKey(indicator)?.title[language] ?? indicator;
  const table = <CauseTable title={title} figures={figures} />;
  if (folded) return <Folded summary={title}>{table}</Folded>;
  return (
    <>
      <h3>{title}</h3>
      {table}
    </>
  );
}

function CauseTable({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const visit = useVisit();
  const { language, t } = visit;
  const period = periodWords(figures[0]!.period, language);
  const compared = figures.some((figure) => cityFigure(figure, visit));
  return (
    <StackedTable
      label={title}
      about={t("causes.cause")}
      columns={[
        { title: t("table.value", { period }) },
        { title: t("table.likely") },
        ...(compared ? [{ title: t("causes.against"), words: true }] : []),
      ]}
      rows={figures.map((figure) => ({
        key: figure.id,
        about: causeByKey(figure.cause)?.name[language] ?? figure.cause,
        cells: [
          <FigureValue key="value" figure={figure} />,
          intervalText(figure, decimalsOf(figure.indicator), language),
          ...(compared ? [verdictWords(figure, cityFigure(figure, visit), t)] : []),
        ],
      }))}
    />
  );
}
