import { comparison, isNotComparable } from "@evenspan/domain/figures/comparison.rules";
import type { Figure } from "@evenspan/domain/figures/figure";
import { intervalText, periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import type { LineDrawing } from "../../parts/line/line-drawing.ts";
import { LineLegend } from "../../parts/line/line-legend.tsx";
import { WideLine } from "../../parts/line/wide-line.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { useVisit, type Visit } from "../visit.ts";
import { cityFigure } from "./against.tsx";
import { stopOf } from "./line-words.ts";

/** A place's first figure over the years: drawn, said in a sentence, and in a table with the city's. */
export function AreaTrend({ main, figures }: { main: Figure; figures: readonly Figure[] }) {
  const visit = useVisit();
  const { language, t } = visit;
  const series = figures
    .filter(({ indicator, sex, cause }) => indicator === main.indicator && sex === main.sex && cause === main.cause)
    .toSorted((a, b) => a.period.to - b.period.to);
  if (series.length < 2) return null;
  const drawing = trendDrawing(series, main, visit);
  const beside = series.some((figure) => cityFigure(figure, visit));
  return (
    <figure className="line-figure">
      <figcaption>
        <h2>{t("trend.title")}</h2>
        <p>{drawing.sentence}</p>
      </figcaption>
      <WideLine drawing={drawing} />
      <LineLegend drawing={drawing} />
      <Folded summary={t("table.same")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("table.years")}</th>
              <th scope="col">{t("trend.here")}</th>
              <th scope="col">{t("table.likely")}</th>
              {beside && <th scope="col">{t("trend.city")}</th>}
            </tr>
          </thead>
          <tbody>
            {series.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">{periodWords(figure.period, language)}</th>
                <td>
                  <FigureValue figure={figure} />
                </td>
                <td>{intervalText(figure, decimalsOf(figure.indicator), language)}</td>
                {beside && (
                  <td>
                    <FigureValue figure={cityFigure(figure, visit)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Folded>
    </figure>
  );
}

function trendDrawing(series: readonly Figure[], main: Figure, visit: Visit): LineDrawing {
  const years = series.map(({ period }) => (period.from + period.to) / 2);
  const [first, last] = [years[0]!, years.at(-1)!];
  return {
    sentence: changeSentence(series, visit),
    stops: series.map((figure, i) =>
      stopOf(
        figure,
        periodWords(figure.period, visit.language),
        (years[i]! - first) / (last - first || 1),
        visit,
        figure.id === main.id,
      ),
    ),
    rules: [],
    measure: null,
    plan: null,
    fromZero: false,
  };
}

/** Whether the newest value with a range can be told apart from the oldest one. */
function changeSentence(series: readonly Figure[], { language, t }: Visit): string {
  const shown = series.filter(({ level }) => level !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return t("trend.too-few");
  const it = comparison(last, first);
  const years = { from: periodWords(first.period, language), to: periodWords(last.period, language) };
  if (isNotComparable(it)) return t("trend.cannot-compare", years);
  if (it.verdict === "cannot-tell") return t("trend.cannot-tell", years);
  return it.verdict === "first-higher" ? t("trend.higher", years) : t("trend.lower", years);
}
