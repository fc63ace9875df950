import type { Figure } from "@evenspan/domain/figures/figure";
import type { PlaceId } from "@evenspan/domain/places/place";
import type { ReactNode } from "react";
import { useVisit } from "../../pages/visit.ts";
import { placeLabel } from "../../words/place-words.ts";
import { hatched } from "../hatch.tsx";
import { classOf, mapClasses } from "./map-classes.ts";
import { MapLegend } from "./map-legend.tsx";
import { MapRoute } from "./map-route.tsx";
import type { MapShapes } from "./map-shape.ts";
import { mapShapes } from "./map-shapes.ts";
import { voidClassOf } from "./void-class.ts";

type Props = { figures: readonly Figure[]; route?: readonly PlaceId[]; children?: ReactNode };

/**
 * Areas shaded by the class of their value, the legend in words with counts, and the way to each area by click. The
 * drawing itself is not read aloud: the table that stands with it says the same, and more exactly.
 */
export function AreaMap({ figures, route = [], children }: Props) {
  const { release } = useVisit();
  const map = mapShapes(release.content.outlines);
  const shown = figures.flatMap(({ value }) => value ?? []);
  const classes = mapClasses(shown);
  return (
    <div className="map-and-legend">
      <svg className="map" viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
        <g transform={map.scale === 1 ? undefined : `scale(${map.scale})`}>
          <Areas map={map} figures={figures} classOfValue={(value) => `s${classOf(value, classes) + 1}`} />
        </g>
        <MapRoute map={map} route={route} />
      </svg>
      <div>
        <MapLegend figures={figures} classes={classes} placesOnMap={map.shapes.length} />
        {children}
      </div>
    </div>
  );
}

type AreasProps = { map: MapShapes; figures: readonly Figure[]; classOfValue: (value: number) => string };

function Areas({ map, figures, classOfValue }: AreasProps) {
  const { language, href } = useVisit();
  const byPlace = new Map(figures.map((figure) => [figure.subject, figure]));
  return map.shapes.map(({ placeId, path }) => {
    const figure = byPlace.get(placeId);
    const kind = figure?.value == null ? voidClassOf(figure?.state) : classOfValue(figure.value);
    return (
      <a key={placeId} href={href(`/areas/${placeId.split(":")[1]}`)} tabIndex={-1}>
        <path className={kind} fill={kind.includes("withheld") ? hatched : undefined} d={path} />
        <title>{placeLabel(placeId, language)}</title>
      </a>
    );
  });
}
