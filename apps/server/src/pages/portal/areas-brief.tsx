import type { Figure } from "@evenspan/domain/figures/figure";
import { intervalText, periodWords } from "@evenspan/domain/figures/figure-words";
import type { PlaceId } from "@evenspan/domain/places/place";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { decimalsOf } from "../../words/kind-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import { type FigureKind, placeSlug } from "../release-index.ts";
import { useVisit } from "../visit.ts";

/** Places with one kind of figure, as a short table; it may lead to each place's page. */
export function AreasBrief({
  figures,
  kind,
  linked = true,
}: {
  figures: readonly Figure[];
  kind: FigureKind;
  linked?: boolean;
}) {
  const { language, href, t } = useVisit();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("table.place")}</th>
          <th scope="col">{t("table.value", { period: periodWords(kind.period, language) })}</th>
          <th scope="col">{t("table.likely")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const placeId = figure.subject as PlaceId;
          const name = placeLabel(placeId, language);
          return (
            <tr key={figure.id}>
              <th scope="row">{linked ? <a href={href(`/areas/${placeSlug(placeId)}`)}>{name}</a> : name}</th>
              <td>
                <FigureValue figure={figure} />
              </td>
              <td>{intervalText(figure, decimalsOf(kind.indicator), language)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
