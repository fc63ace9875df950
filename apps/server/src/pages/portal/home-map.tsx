import { periodWords } from "@evenspan/domain/figures/figure-words";
import type { PlaceId } from "@evenspan/domain/places/place";
import { AreaMap } from "../../parts/map/area-map.tsx";
import { Folded } from "../../parts/table/folded.tsx";
import { kindTitle } from "../../words/kind-words.ts";
import { type FigureKind, kindQuery } from "../release-index.ts";
import { useVisit } from "../visit.ts";
import { areaFigures } from "./area-figures.ts";
import { AreasBrief } from "./areas-brief.tsx";

/** The same kind of figure for every area, as a map with its table. */
export function HomeMap({ kind, route }: { kind: FigureKind; route: readonly PlaceId[] }) {
  const visit = useVisit();
  const { release, language, href, t } = visit;
  const figures = areaFigures(kind, visit);
  const period = periodWords(kind.period, language);
  return (
    <section aria-labelledby="map">
      <h2 id="map">{t("home.map")}</h2>
      <p>{t("map.caption", { what: kindTitle(kind, visit), period })}</p>
      <AreaMap figures={figures} route={route}>
        <p>{release.content.outlines ? t("home.map-route") : t("home.map-tiles")}</p>
        <p>
          <a href={href("/areas", kindQuery(kind))}>{t("home.all-areas")}</a>
        </p>
      </AreaMap>
      <Folded summary={t("table.same-areas", { count: figures.length })}>
        <AreasBrief figures={figures} kind={kind} linked={false} />
      </Folded>
    </section>
  );
}
