import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import type { Figure } from "@evenspan/domain/releases/figure";
import { intervalText, periodWords } from "@evenspan/domain/releases/figure-words";
import { causeByKey } from "@evenspan/domain/sources/causes";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { Scrolled } from "../../parts/table/scrolled.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { verdictWords } from "../../words/verdict-words.ts";
import { useVisit } from "../visit.ts";
import { cityFigure } from "./against.tsx";

/** What people die of here, beside the city: one table an indicator that tells causes apart, the first one open. */
export function AreaCauses({ newest }: { newest: readonly Figure[] }) {
  const { t } = useVisit();
  const keys = [...new Set(newest.filter(({ cause }) => cause !== "all").map(({ indicator }) => indicator))];
  if (keys.length === 0) return null;
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">{t("causes.title")}</h2>
      <p>{t("causes.lead")}</p>
      {keys.map((key, i) => (
        <OfIndicator key={key} indicator={key} folded={i > 0} figures={newest.filter((one) => one.indicator === key)} />
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
  const period = figures[0]!.period;
  return (
    <Scrolled label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("causes.cause")}</th>
            <th scope="col">{t("table.value", { period: periodWords(period, language) })}</th>
            <th scope="col">{t("table.likely")}</th>
            <th scope="col" className="words">
              {t("causes.against")}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{causeByKey(figure.cause)?.name[language] ?? figure.cause}</th>
              <td>
                <FigureValue figure={figure} />
              </td>
              <td>{intervalText(figure, decimalsOf(figure.indicator), language)}</td>
              <td className="words">{verdictWords(figure, cityFigure(figure, visit), t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
