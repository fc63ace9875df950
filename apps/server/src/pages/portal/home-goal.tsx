import { intervalText, periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { LineLegend } from "../../parts/line/line-legend.tsx";
import { WideLine } from "../../parts/line/wide-line.tsx";
import { SourceText } from "../../parts/source-text.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { useVisit } from "../visit.ts";
import { goalDrawing } from "./goal-drawing.ts";

/** The office's goal: what was promised, what was measured, and the plain sentence on where it stands. */
export function HomeGoal() {
  const visit = useVisit();
  const { release, language, t } = visit;
  const reading = release.content.goals.find(({ goal }) => goal.id === release.content.front.goal);
  if (!reading) return null;
  const { goal, sentence } = reading;
  const curve = reading.curve.flatMap((id) => release.figure(id) ?? []);
  const drawing = goalDrawing(reading, visit);
  return (
    <section aria-labelledby="goal">
      <h2 id="goal">{goal.title[language]}</h2>
      <p className={`lead standing-${reading.standing}`}>{sentence[language]}</p>
      <figure className="line-figure">
        <figcaption>{t("goal.caption")}</figcaption>
        <WideLine drawing={drawing} />
        <LineLegend drawing={drawing} />
        <p className="note">
          {t("goal.frozen", { year: String(goal.baselineYear) })} <SourceText text={goal.source} />.
        </p>
        <Folded summary={t("table.same")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("table.years")}</th>
                <th scope="col" className="number">
                  {t("goal.gap")}
                </th>
                <th scope="col" className="number">
                  {t("table.likely")}
                </th>
              </tr>
            </thead>
            <tbody>
              {curve.map((figure) => (
                <tr key={figure.id}>
                  <th scope="row">{periodWords(figure.period, language)}</th>
                  <td>
                    <FigureValue figure={figure} />
                  </td>
                  <td>{intervalText(figure, decimalsOf(figure.indicator), language)}</td>
                </tr>
              ))}
              {drawing.plan && (
                <tr>
                  <th scope="row">{t("goal.row", { year: String(goal.targetYear) })}</th>
                  <td>{drawing.plan.text}</td>
                  <td />
                </tr>
              )}
            </tbody>
          </table>
        </Folded>
      </figure>
    </section>
  );
}
