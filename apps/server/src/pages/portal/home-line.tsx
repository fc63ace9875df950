import { intervalText, periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { Line } from "../../parts/line/line.tsx";
import { LineLegend } from "../../parts/line/line-legend.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { decimalsOf, kindTitle } from "../../words/kind-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import { placeSlug } from "../release-index.ts";
import { useVisit } from "../visit.ts";
import type { LineReading } from "./line-reading.ts";
import { lineDrawing } from "./line-words.ts";

/** The line with its caption, what its signs mean, and its table. */
export function HomeLine({ reading }: { reading: LineReading }) {
  const visit = useVisit();
  const { language, t } = visit;
  const drawing = lineDrawing(reading, visit);
  return (
    <figure className="line-figure">
      <figcaption>
        <h2>{reading.set.name[language]}</h2>
        <p>
          {t("line.caption", {
            what: kindTitle(reading.kind, visit),
            period: periodWords(reading.kind.period, language),
          })}
        </p>
      </figcaption>
      <Line drawing={drawing} />
      <LineLegend drawing={drawing} reference={reading.reference} goal={reading.goal} />
      <p className="note">{reading.set.reason[language]}</p>
      <Folded summary={t("table.same")}>
        <LineTable reading={reading} />
      </Folded>
    </figure>
  );
}

function LineTable({ reading: { stops, kind, reference } }: { reading: LineReading }) {
  const { language, href, t } = useVisit();
  const rows = [...stops, ...(reference ? [{ placeId: reference.subject as "city:chicago", figure: reference }] : [])];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("table.place")}</th>
          <th scope="col" className="number">
            {t("table.value", { period: periodWords(kind.period, language) })}
          </th>
          <th scope="col" className="number">
            {t("table.likely")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ placeId, figure }) => (
          <tr key={placeId}>
            <th scope="row">
              <a href={href(`/areas/${placeSlug(placeId)}`)}>{placeLabel(placeId, language)}</a>
            </th>
            <td>
              <FigureValue figure={figure} />
            </td>
            <td>{figure && intervalText(figure, decimalsOf(kind.indicator), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
