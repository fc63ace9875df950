import type { Figure } from "@evenspan/domain/figures/figure";
import { periodWords } from "@evenspan/domain/figures/figure-words";
import { gazetteer } from "@evenspan/domain/places/gazetteer";
import type { PlaceId } from "@evenspan/domain/places/place";
import type { LineDrawing } from "../../parts/line/line-drawing.ts";
import { StopList } from "../../parts/line/stop-list.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { kindTitle } from "../../words/kind-words.ts";
import { placeLabel, sideLabel } from "../../words/place-words.ts";
import { useVisit, type Visit } from "../visit.ts";
import { cityFigure } from "./against.tsx";
import { areaFigures } from "./area-figures.ts";
import { AreasBrief } from "./areas-brief.tsx";
import { stopOf } from "./line-words.ts";

/** A place among the areas on its side of the city: each a dot with its range, the longest first. */
export function AreaPeers({ main, side }: { main: Figure; side: string }) {
  const visit = useVisit();
  const { language, t } = visit;
  const figures = areaFigures(main, visit)
    .filter(({ subject }) => gazetteer.place(subject)?.side === side)
    .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  if (figures.length < 2) return null;
  const title = t("peers.title", { side: sideLabel(side, language) });
  return (
    <section aria-labelledby="peers">
      <h2 id="peers">{title}</h2>
      <p>
        {kindTitle(main, visit)}, {periodWords(main.period, language)}. {t("peers.note")}
      </p>
      <StopList drawing={peersDrawing(figures, main, title, visit)} />
      <Folded summary={t("table.same")}>
        <AreasBrief figures={figures} kind={main} />
      </Folded>
    </section>
  );
}

function peersDrawing(figures: readonly Figure[], main: Figure, sentence: string, visit: Visit): LineDrawing {
  const city = cityFigure(main, visit);
  return {
    sentence,
    stops: figures.map((figure) =>
      stopOf(figure, placeLabel(figure.subject as PlaceId, visit.language), 0, visit, figure.id === main.id),
    ),
    rules:
      city?.value == null
        ? []
        : [{ kind: "reference", name: placeLabel(city.subject as PlaceId, visit.language), value: city.value }],
    measure: null,
    plan: null,
    fromZero: false,
  };
}
