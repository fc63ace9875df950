import type { Figure } from "@evenspan/domain/figures/figure";
import { gazetteer } from "@evenspan/domain/places/gazetteer";
import type { PlaceId } from "@evenspan/domain/places/place";
import { FigureSet } from "../../parts/figure/figure-set.tsx";
import { kindTitle } from "../../words/kind-words.ts";
import { placeLabel, sideLabel } from "../../words/place-words.ts";
import { newestOfEach } from "../figure-kinds.ts";
import type { Page } from "../page.ts";
import { placeSlug } from "../release-index.ts";
import { type Query, useVisit, type Visit } from "../visit.ts";
import { Against } from "./against.tsx";
import { AreaCauses } from "./area-causes.tsx";
import { AreaPeers } from "./area-peers.tsx";
import { AreaTrend } from "./area-trend.tsx";

/** One place: its first figure against the city, over time and beside its neighbors; then all others. */
export function areaPage(visit: Visit, { area }: Query): Page | null {
  const placeId = placeAt(area ?? "", visit);
  if (!placeId) return null;
  return { title: placeLabel(placeId, visit.language), body: <Area placeId={placeId} /> };
}

function Area({ placeId }: { placeId: PlaceId }) {
  const visit = useVisit();
  const { language, index, href, t } = visit;
  const figures = index.bySubject.get(placeId) ?? [];
  const newest = newestOfEach(figures);
  const byCause = new Set(newest.filter(({ cause }) => cause !== "all").map(({ indicator }) => indicator));
  const single = newest.filter(({ indicator }) => !byCause.has(indicator));
  const [main, ...others] = single;
  const place = gazetteer.place(placeId);
  return (
    <>
      <p className="crumbs">
        <a href={href("/areas")}>{t("nav.areas")}</a>
        {place?.side && ` · ${sideLabel(place.side, language)}`}
        {place?.kind === "area" && ` · ${t("area.number", { number: place.code })}`}
      </p>
      <h1>{placeLabel(placeId, language)}</h1>
      {main && (
        <div className="two opening-figure">
          <div>
            <FigureSet figure={main} label={kindTitle(main, visit)} heading="h2" />
            <Against figure={main} />
            <p>
              <a href={href("/compare", { a: placeSlug(placeId) })}>
                {t("area.compare", { place: placeLabel(placeId, language) })}
              </a>
            </p>
          </div>
          <AreaTrend main={main} figures={figures} />
        </div>
      )}
      {main && place?.side && <AreaPeers main={main} side={place.side} />}
      <AreaCauses figures={figures} />
      <MoreFigures figures={others} />
    </>
  );
}

function MoreFigures({ figures }: { figures: readonly Figure[] }) {
  const visit = useVisit();
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="more">
      <h2 id="more">{visit.t("area.more")}</h2>
      <div className="figures lesser">
        {figures.map((figure) => (
          <FigureSet key={figure.id} figure={figure} label={kindTitle(figure, visit)} />
        ))}
      </div>
    </section>
  );
}

/** The place that a word of an address names: by its name, or an area by its number as maps do, which is shorter. */
function placeAt(word: string, { index }: Visit): PlaceId | undefined {
  const number: PlaceId = `area:${word}`;
  return index.placeBySlug.get(word) ?? (/^\d{1,2}$/.test(word) && index.bySubject.has(number) ? number : undefined);
}
